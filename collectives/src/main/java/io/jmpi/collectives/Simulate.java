package io.jmpi.collectives;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * The command that predicts how long a collective takes, by each of its algorithms, on any number of ranks:
 * {@code java -cp jmpi-collectives.jar io.jmpi.collectives.Simulate --ranks 100000 allReduce 8}. It ends with status 0, or
 * with 2 when the command line makes no sense.
 *
 * <p>The times of a machine come from {@code bench} there, on two ranks that share a node or not:
 *
 * <pre>
 *   g = 1 / rate of messages of 8 bytes
 *   o = the smaller of g and a third of the latency of 8 bytes
 *   L = latency of 8 bytes - 2o
 *   G = latency of 1 MiB / 1 MiB
 *   a byte reduced = (allReduce - latency) / 1 MiB, both of 1 MiB
 * </pre>
 */
public final class Simulate {

    /** About what TCP takes over the loopback of two virtual processors; a network has less bandwidth. */
    static final LogGP NETWORK = new LogGP(3.7, 1, 1, 2.5e-4);

    /** About what shared memory takes there. */
    static final LogGP NODE = new LogGP(0.05, 0.05, 0.1, 4e-5);

    static final double PER_BYTE_REDUCED = 1.5e-4;
    static final double PER_BYTE_COPIED = 1e-4;

    private static final int USAGE = 2;
    private static final int NAME_WIDTH = 18;

    private static final String HELP = """
            Usage: java -cp jmpi-collectives.jar io.jmpi.collectives.Simulate [OPTION VALUE]... COLLECTIVE [BYTES]
            Predicts how long a collective takes, in microseconds, by each of its algorithms; * is the one that JMPI takes.

              COLLECTIVE         %s
              BYTES              of the vector; of one block in gather, scatter, allGather, allToAll, reduceScatter
              --ranks N[,N]...   how many ranks (default: 2,16,256,4096,100000); 100000 want 1 GiB of heap
              --per-node N       how many of them share a node (default: 1)
              --element N        bytes of an element (default: 8, or 1 where that does not divide BYTES)
              --network L,o,g,G  what a message between nodes costs, in us (default: %s)
              --node L,o,g,G     what a message within a node costs, in us (default: %s)
              --reduce US        a byte reduced (default: %s)
              --copy US          a byte copied (default: %s)
              --help             show this help

            A message of k bytes takes L + 2o + (k-1)G; o is its part of each processor, g the least time between two. To fit
            them, run bench on two ranks: g = 1 / rate, o = the smaller of g and a third of the latency of 8 bytes,
            L = that latency - 2o, G = latency of 1 MiB / 1 MiB; US of --reduce = (allReduce - latency) / 1 MiB, both of
            1 MiB. Each rank has a processor of its own. Exit status: 0, or 2 when the command line makes no sense.
            """;

    private Simulate() {}

    /** See {@code --help}. */
    public static void main(String[] args) {
        int status = run(args, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        for (String arg : args) {
            if (arg.equals("--help") || arg.equals("-h")) {
                out.print(help());
                return 0;
            }
        }
        try {
            print(new SimulateArguments(args), out);
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("simulate: " + e.getMessage() + "; try --help");
            return USAGE;
        }
    }

    private static String help() {
        return String.format(
                Locale.ROOT,
                HELP,
                SimulateArguments.names(),
                text(NETWORK),
                text(NODE),
                text(PER_BYTE_REDUCED),
                text(PER_BYTE_COPIED));
    }

    private static String text(LogGP costs) {
        return text(costs.latency()) + "," + text(costs.overhead()) + "," + text(costs.gap()) + ","
                + text(costs.perByte());
    }

    private static String text(double time) {
        return BigDecimal.valueOf(time).stripTrailingZeros().toPlainString();
    }

    /** A line for each algorithm, a column for each number of ranks. */
    private static void print(SimulateArguments arguments, PrintStream out) {
        out.println(arguments.collective() + " of " + arguments.bytes() + " bytes, us on so many ranks");
        Case[] cases = new Case[arguments.ranks().length];
        StringBuilder heading = new StringBuilder(" ".repeat(NAME_WIDTH));
        for (int i = 0; i < cases.length; i++) {
            cases[i] = arguments.on(arguments.ranks()[i]);
            heading.append(cell(String.valueOf(cases[i].size()), false));
        }
        out.println(heading.toString().stripTrailing());
        Predictor predictor = new Predictor(arguments.machine());
        for (Algorithm algorithm : arguments.collective().algorithms()) {
            StringBuilder line = new StringBuilder(String.format("%-" + NAME_WIDTH + "s", algorithm));
            for (Case one : cases) {
                String time = one.allows(algorithm)
                        ? String.format(Locale.ROOT, "%.1f", predictor.predict(one, algorithm))
                        : "-";
                line.append(cell(time, one.taken() == algorithm));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String cell(String text, boolean taken) {
        return String.format("%14s%s", text, taken ? '*' : ' ');
    }
}
