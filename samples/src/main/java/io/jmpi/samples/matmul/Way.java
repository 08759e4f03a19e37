package io.jmpi.samples.matmul;

import io.jmpi.samples.RankDevice;
import io.jmpi.samples.UsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to make the product, and a row of the table. To add one, add a constant: its {@link #product} says who takes part
 * and how.
 */
enum Way {
    /** The time to which all others are compared. */
    NAIVE("naive", Ranks.FIRST, new Talk("1 CPU", 20)) {
        @Override
        Product product(Setting setting) {
            return setting.alone(new TripleLoop());
        }

        @Override
        String means(Setting setting) {
            return "three loops in Java";
        }

        @Override
        boolean isSlow(Setting setting) {
            return true;
        }
    },

    BLAS("blas", Ranks.FIRST, new Talk("1 CPU with ATLAS", 6.5)) {
        @Override
        Product product(Setting setting) {
            return setting.alone(new OpenBlas(setting.blasThreads()));
        }

        @Override
        String means(Setting setting) {
            return "OpenBLAS, " + count(setting.blasThreads(), "thread");
        }
    },

    THREADS("threads", Ranks.FIRST, new Talk("4 processes", 2.6)) {
        @Override
        Product product(Setting setting) {
            return setting.alone(new RowThreads(setting.rowThreads(), new OpenBlas(1)));
        }

        @Override
        String means(Setting setting) {
            return "OpenBLAS in " + count(setting.rowThreads(), "thread") + " of Java";
        }
    },

    MPI("mpi", Ranks.ALL, new Talk("MPI on 4 CPUs", 2.07), new Talk("4 local + 4 remote", 8)) {
        @Override
        Product product(Setting setting) {
            return setting.byAll(setting.isNaive() ? new TripleLoop() : new OpenBlas(setting.blasThreads()));
        }

        @Override
        String means(Setting setting) {
            String each = setting.isNaive()
                    ? "three loops in Java"
                    : "OpenBLAS" + (setting.blasThreads() > 1 ? ", " + count(setting.blasThreads(), "thread") : "");
            return each + " in " + count(setting.world().getSize(), "rank");
        }

        @Override
        boolean isSlow(Setting setting) {
            return setting.isNaive();
        }
    },

    OPENCL("opencl", Ranks.FIRST, new Talk("ATI Stream", 0.47), new Talk("PyCUDA", 0.67)) {
        @Override
        Product product(Setting setting) {
            return new DeviceProduct(mpi.MPI.COMM_SELF, setting);
        }

        @Override
        String means(Setting setting) {
            return RankDevice.name(setting.device());
        }
    },

    MPI_OPENCL("mpi+opencl", Ranks.ALL) {
        @Override
        Product product(Setting setting) {
            return new DeviceProduct(setting.world(), setting);
        }

        @Override
        String means(Setting setting) {
            return RankDevice.name(setting.device()) + " in "
                    + count(setting.world().getSize(), "rank");
        }
    };

    private enum Ranks {
        FIRST,
        ALL
    }

    private final String label;
    private final Ranks ranks;
    private final List<Talk> talk;

    Way(String label, Ranks ranks, Talk... talk) {
        this.label = label;
        this.ranks = ranks;
        this.talk = List.of(talk);
    }

    /** The way of this name. */
    static Way named(String name) {
        List<String> names = new ArrayList<>();
        for (Way way : values()) {
            if (way.label.equals(name)) {
                return way;
            }
            names.add(way.label);
        }
        throw new UsageException("no such way to multiply: " + name + "; there are: " + String.join(", ", names));
    }

    /**
     * Prepares this rank to multiply. Exchanges no messages, so that a rank which cannot leaves no other waiting.
     *
     * @throws io.jmpi.samples.FailureException when this is not possible here, with the remedy
     */
    abstract Product product(Setting setting);

    /** By what means and how many, in a few words; asked where it works. */
    abstract String means(Setting setting);

    /** Whether it takes so long that nobody wants to wait for it twice. */
    boolean isSlow(Setting setting) {
        return false;
    }

    /** Whether all ranks take part; else rank 0 does, and the others wait. */
    boolean isByAll() {
        return ranks == Ranks.ALL;
    }

    /** What the talk's table has beside it; may be empty. */
    List<Talk> talk() {
        return talk;
    }

    /** Its name on the command line and in the table. */
    @Override
    public String toString() {
        return label;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
