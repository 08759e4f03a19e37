package io.jmpi.collectives;

/** The command line of {@link Simulate}, read and checked. */
final class SimulateArguments {

    private static final int MOST_RANKS = 1_000_000;
    private static final long MOST_BYTES = 1L << 38; // so that no offset in a vector of all blocks overflows

    private Collective collective;
    private long bytes = -1;
    private int[] ranks = {2, 16, 256, 4096, 100_000};
    private int perNode = 1;
    private int element;
    private LogGP network = Simulate.NETWORK;
    private LogGP node = Simulate.NODE;
    private double perByteReduced = Simulate.PER_BYTE_REDUCED;
    private double perByteCopied = Simulate.PER_BYTE_COPIED;

    /** @throws IllegalArgumentException with what is wrong, and what would do */
    SimulateArguments(String... args) {
        int words = 0;
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                word(words++, args[i]);
            } else if (args[i].contains("=")) {
                int end = args[i].indexOf('=');
                option(args[i].substring(0, end), args[i].substring(end + 1));
            } else if (i + 1 < args.length) {
                option(args[i], args[++i]);
            } else {
                throw new IllegalArgumentException("no value: " + args[i]);
            }
        }
        check();
    }

    private void check() {
        if (collective == null) {
            throw new IllegalArgumentException("no collective named; there are: " + names());
        }
        if (collective == Collective.BARRIER) {
            bytes = Math.max(0, bytes);
        } else if (bytes < 0) {
            throw new IllegalArgumentException("how many bytes? " + collective + " 8");
        }
        if (element == 0) {
            element = bytes % Double.BYTES == 0 ? Double.BYTES : 1;
        } else if (bytes % element != 0) {
            throw new IllegalArgumentException(bytes + " bytes are not whole elements: --element " + element);
        }
    }

    private void word(int index, String word) {
        switch (index) {
            case 0 -> collective = collective(word);
            case 1 -> bytes = whole("BYTES", word, 0, MOST_BYTES);
            default -> throw new IllegalArgumentException("too many arguments: " + word);
        }
    }

    private void option(String name, String text) {
        switch (name) {
            case "--ranks" -> ranks = ranks(text);
            case "--per-node" -> perNode = (int) whole(name, text, 1, MOST_RANKS);
            case "--element" -> element = (int) whole(name, text, 1, 1 << 20);
            case "--network" -> network = costs(name, text);
            case "--node" -> node = costs(name, text);
            case "--reduce" -> perByteReduced = time(name, text);
            case "--copy" -> perByteCopied = time(name, text);
            default -> throw new IllegalArgumentException("no such option: " + name);
        }
    }

    private static int[] ranks(String text) {
        String[] words = text.split(",", -1);
        int[] ranks = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            ranks[i] = (int) whole("--ranks", words[i], 1, MOST_RANKS);
        }
        return ranks;
    }

    private static LogGP costs(String name, String text) {
        String[] words = text.split(",", -1);
        if (words.length != 4) {
            throw new IllegalArgumentException("four times are L,o,g,G: " + name + " " + text);
        }
        return new LogGP(time(name, words[0]), time(name, words[1]), time(name, words[2]), time(name, words[3]));
    }

    private static long whole(String name, String text, long least, long most) {
        long value;
        try {
            value = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a whole number: " + name + " " + text, e);
        }
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " " + value + " is not in " + least + ".." + most);
        }
        return value;
    }

    private static double time(String name, String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number: " + name + " " + text, e);
        }
        Machine.requireTime(name, value);
        return value;
    }

    private static Collective collective(String word) {
        for (Collective one : Collective.values()) {
            if (one.toString().equalsIgnoreCase(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no such collective: " + word + "; there are: " + names());
    }

    static String names() {
        StringBuilder names = new StringBuilder();
        for (Collective one : Collective.values()) {
            names.append(names.isEmpty() ? "" : " ").append(one);
        }
        return names.toString();
    }

    Collective collective() {
        return collective;
    }

    long bytes() {
        return bytes;
    }

    int[] ranks() {
        return ranks;
    }

    Case on(int size) {
        return new Case(collective, Nodes.inBlocks(size, perNode), bytes / element, element);
    }

    Machine machine() {
        return new Machine(network, node, perByteReduced, perByteCopied);
    }
}
