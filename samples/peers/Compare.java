import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures JMPI beside MPIs in C, many short launches in turn, and prints medians and ratios as a table.
 *
 * <pre>
 *   apt-get install openmpi-bin libopenmpi-dev mpich libmpich-dev gcc
 *   mvn -q -DskipTests package
 *   java samples/peers/Compare.java [--launches 5] [--repeats 5] [--ms 60] [--ranks 2] [--mpich] [SUITE...]
 * </pre>
 *
 * <p>Suites: latency, bandwidth, collectives, blocks (gather, scatter ...: bytes of a block), overlap. A ratio is JMPI's
 * median by Open MPI's, in brackets the best by the best; for times less is better, for rates more. Only what was measured in
 * one run may be compared.
 */
public final class Compare {

    /** Something that runs a suite, and what it has measured. */
    private static final class Contender {
        final String name;
        final List<String> command;
        final Map<String, List<Double>> values = new LinkedHashMap<>();

        Contender(String name, String... command) {
            this.name = name;
            this.command = List.of(command);
        }

        double median(String key) {
            double[] sorted = sorted(key);
            return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        double best(String key) {
            double[] sorted = sorted(key);
            return sorted.length == 0 ? Double.NaN : sorted[isRate(key) ? sorted.length - 1 : 0];
        }

        private double[] sorted(String key) {
            return values.getOrDefault(key, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
        }
    }

    private int launches = 5;
    private int repeats = 5;
    private int millis = 60;
    private int ranks = 2;
    private boolean mpich;
    private final List<String> suites = new ArrayList<>();

    public static void main(String[] words) throws Exception {
        Compare compare = new Compare();
        compare.read(words);
        compare.run();
    }

    private void read(String[] words) {
        List<String> rest = new ArrayList<>(Arrays.asList(words));
        while (!rest.isEmpty()) {
            String word = rest.remove(0);
            switch (word) {
                case "--launches" -> launches = Integer.parseInt(rest.remove(0));
                case "--repeats" -> repeats = Integer.parseInt(rest.remove(0));
                case "--ms" -> millis = Integer.parseInt(rest.remove(0));
                case "--ranks" -> ranks = Integer.parseInt(rest.remove(0));
                case "--mpich" -> mpich = true;
                default -> suites.add(word);
            }
        }
        if (suites.isEmpty()) {
            suites.addAll(List.of("latency", "bandwidth", "collectives", "blocks"));
        }
    }

    private void run() throws IOException, InterruptedException {
        Path root = Path.of("samples/peers");
        Path jmpi = Path.of("launcher/target/jmpi/bin").toAbsolutePath();
        if (!Files.exists(root.resolve("peerbench.c")) || !Files.exists(jmpi)) {
            System.err.println("Compare: to be started in the project's directory, after mvn -q -DskipTests package");
            System.exit(2);
        }
        Path built = Files.createTempDirectory("peers");
        try {
            build(root, jmpi, built);
            for (String suite : suites) {
                compare(suite, jmpi, built);
            }
        } finally {
            try (var files = Files.list(built)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(built);
        }
    }

    private void build(Path root, Path jmpi, Path built) throws IOException, InterruptedException {
        String source = root.resolve("peerbench.c").toString();
        call("mpicc.openmpi", "-O2", source, "-o", built.resolve("openmpi").toString());
        if (mpich) {
            call("mpicc.mpich", "-O2", source, "-o", built.resolve("mpich").toString());
        }
        call(jmpi.resolve("jmpijavac").toString(), "-d", built.toString(), root.resolve("PeerBench.java").toString());
    }

    private void compare(String suite, Path jmpi, Path built) throws IOException, InterruptedException {
        String n = Integer.toString(ranks);
        String jmpiexec = jmpi.resolve("jmpiexec").toString();
        List<Contender> all = new ArrayList<>();
        String yields = ranks > Runtime.getRuntime().availableProcessors() ? "1" : "0";
        all.add(new Contender("Open MPI", "mpirun.openmpi", "--oversubscribe", "--mca", "pml", "ob1", "--mca", "btl",
                "vader,self", "--mca", "mpi_yield_when_idle", yields, "-n", n, built.resolve("openmpi").toString(), suite));
        for (String kind : suite.equals("overlap") ? List.of("direct") : List.of("array", "direct")) {
            all.add(new Contender(kind, jmpiexec, "-n", n, "java", "-cp", built.toString(), "PeerBench", suite, kind));
        }
        if (mpich) {
            all.add(new Contender("MPICH", "mpiexec.mpich", "-n", n, built.resolve("mpich").toString(), suite));
        }
        for (int launch = 0; launch < launches; launch++) {
            for (Contender contender : all) {
                System.err.printf("%s, launch %d of %d: %s%n", suite, launch + 1, launches, contender.name);
                launch(contender);
            }
        }
        print(suite, all);
    }

    private void launch(Contender contender) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(contender.command);
        command.add(Integer.toString(repeats));
        command.add(Integer.toString(millis));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMPI_ALLOW_RUN_AS_ROOT", "1");
        builder.environment().put("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // From the right, since a case's name may contain a comma.
                String[] fields = line.split(",");
                int last = fields.length - 1;
                String name = String.join(",", Arrays.copyOf(fields, last - 3));
                String key = name + "|" + fields[last - 3];
                contender.values.computeIfAbsent(key, k -> new ArrayList<>()).add(Double.parseDouble(fields[last]));
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }

    private void print(String suite, List<Contender> all) {
        Contender base = all.get(0);
        StringBuilder head = new StringBuilder("\n| " + suite + ", " + ranks + " ranks | Open MPI C |");
        StringBuilder rule = new StringBuilder("|---|---|");
        for (Contender other : all.subList(1, all.size())) {
            head.append(' ').append(other.name).append(" |");
            rule.append("---|");
        }
        System.out.println(head);
        System.out.println(rule);
        for (String key : base.values.keySet()) {
            int bar = key.indexOf('|');
            StringBuilder row = new StringBuilder("| " + key.substring(0, bar) + " " + size(key.substring(bar + 1)) + " | ");
            row.append(String.format(Locale.ROOT, "%.3g (%.3g) %s |", base.median(key), base.best(key), unit(key)));
            for (Contender other : all.subList(1, all.size())) {
                row.append(String.format(
                        Locale.ROOT,
                        " %.2f (%.2f) |",
                        other.median(key) / base.median(key),
                        other.best(key) / base.best(key)));
            }
            System.out.println(row);
        }
        System.out.println();
    }

    private static boolean isRate(String key) {
        return key.startsWith("bandwidth");
    }

    private static String unit(String key) {
        return isRate(key) ? "MB/s" : key.startsWith("overlap") ? "times the longer" : "us";
    }

    private static String size(String bytes) {
        int n = Integer.parseInt(bytes);
        return n == 0 ? "" : n < 1024 ? n + " B" : n < 1 << 20 ? (n >> 10) + " KiB" : (n >> 20) + " MiB";
    }

    private static void call(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
    }
}
