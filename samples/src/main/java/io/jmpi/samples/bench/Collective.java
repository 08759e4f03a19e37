package io.jmpi.samples.bench;

import mpi.Intracomm;
import mpi.MPI;

/** Measurements of collectives on all ranks. A size is what one rank contributes, or gets of its own. */
enum Collective implements Test {
    /** Nobody leaves before everyone has come. */
    BARRIER("barrier", 0) {
        @Override
        public boolean accepts(int size) {
            return size == 0;
        }

        @Override
        public Kernel kernel(Intracomm world, BufferKind kind, int size) {
            return repeat(world::barrier);
        }
    },
    /** The root moves on each time, or it would run ahead. */
    BCAST("bcast") {
        @Override
        public Kernel kernel(Intracomm world, BufferKind kind, int size) {
            Object data = kind.bytes(size);
            int ranks = world.getSize();
            return iterations -> {
                for (int i = 0; i < iterations; i++) {
                    world.bcast(data, size, MPI.BYTE, i % ranks);
                }
            };
        }
    },
    /** Sums of doubles, to a root that moves on likewise. */
    REDUCE("reduce, sum of doubles") {
        @Override
        public boolean accepts(int size) {
            return isDoubles(size);
        }

        @Override
        public Kernel kernel(Intracomm world, BufferKind kind, int size) {
            int count = size / Double.BYTES;
            Object part = kind.doubles(count);
            Object sum = kind.doubles(count);
            int ranks = world.getSize();
            return iterations -> {
                for (int i = 0; i < iterations; i++) {
                    world.reduce(part, sum, count, MPI.DOUBLE, MPI.SUM, i % ranks);
                }
            };
        }
    },
    /** Sums of doubles, for everyone. */
    ALLREDUCE("allReduce, sum of doubles") {
        @Override
        public boolean accepts(int size) {
            return isDoubles(size);
        }

        @Override
        public Kernel kernel(Intracomm world, BufferKind kind, int size) {
            int count = size / Double.BYTES;
            Object part = kind.doubles(count);
            Object sum = kind.doubles(count);
            return repeat(() -> world.allReduce(part, sum, count, MPI.DOUBLE, MPI.SUM));
        }
    },
    /** Everyone's data, to a root that moves on. */
    GATHER("gather") {
        @Override
        public Kernel kernel(Intracomm world, BufferKind kind, int size) {
            Object part = kind.bytes(size);
            int ranks = world.getSize();
            Object all = kind.bytes(Math.multiplyExact(size, ranks));
            return iterations -> {
                for (int i = 0; i < iterations; i++) {
                    world.gather(part, size, MPI.BYTE, all, size, MPI.BYTE, i % ranks);
                }
            };
        }
    },
    /** A part for everyone, from a root that moves on. */
    SCATTER("scatter") {
        @Override
        public Kernel kernel(Intracomm world, BufferKind kind, int size) {
            Object part = kind.bytes(size);
            int ranks = world.getSize();
            Object all = kind.bytes(Math.multiplyExact(size, ranks));
            return iterations -> {
                for (int i = 0; i < iterations; i++) {
                    world.scatter(all, size, MPI.BYTE, part, size, MPI.BYTE, i % ranks);
                }
            };
        }
    },
    /** Everyone's data, for everyone. */
    ALLGATHER("allGather") {
        @Override
        public Kernel kernel(Intracomm world, BufferKind kind, int size) {
            Object part = kind.bytes(size);
            Object all = kind.bytes(Math.multiplyExact(size, world.getSize()));
            return repeat(() -> world.allGather(part, size, MPI.BYTE, all, size, MPI.BYTE));
        }
    },
    /** Everyone's parts, one for each. */
    ALLTOALL("allToAll") {
        @Override
        public Kernel kernel(Intracomm world, BufferKind kind, int size) {
            Object parts = kind.bytes(Math.multiplyExact(size, world.getSize()));
            Object all = kind.bytes(Math.multiplyExact(size, world.getSize()));
            return repeat(() -> world.allToAll(parts, size, MPI.BYTE, all, size, MPI.BYTE));
        }
    },
    /** Sums of doubles, a part for everyone. */
    REDUCESCATTER("reduceScatterBlock, sum of doubles") {
        @Override
        public boolean accepts(int size) {
            return isDoubles(size);
        }

        @Override
        public Kernel kernel(Intracomm world, BufferKind kind, int size) {
            int count = size / Double.BYTES;
            Object parts = kind.doubles(Math.multiplyExact(count, world.getSize()));
            Object sum = kind.doubles(count);
            return repeat(() -> world.reduceScatterBlock(parts, sum, count, MPI.DOUBLE, MPI.SUM));
        }
    },
    /** Sums of doubles, of all ranks up to each. */
    SCAN("scan, sum of doubles") {
        @Override
        public boolean accepts(int size) {
            return isDoubles(size);
        }

        @Override
        public Kernel kernel(Intracomm world, BufferKind kind, int size) {
            int count = size / Double.BYTES;
            Object part = kind.doubles(count);
            Object sum = kind.doubles(count);
            return repeat(() -> world.scan(part, sum, count, MPI.DOUBLE, MPI.SUM));
        }
    };

    private final String name;
    private final int[] sizes;

    Collective(String name, int... sizes) {
        this.name = name;
        this.sizes = sizes.length > 0 ? sizes : new int[] {8, 1 << 10, 1 << 16, 1 << 20};
    }

    private static boolean isDoubles(int size) {
        return size > 0 && size % Double.BYTES == 0;
    }

    private static Kernel repeat(Runnable once) {
        return iterations -> {
            for (int i = 0; i < iterations; i++) {
                once.run();
            }
        };
    }

    @Override
    public String title() {
        return name + ", us";
    }

    @Override
    public int[] sizes() {
        return sizes.clone();
    }

    @Override
    public boolean accepts(int size) {
        return size > 0;
    }

    @Override
    public int ranks() {
        return 1;
    }

    @Override
    public double figure(double seconds, int size) {
        return seconds * 1e6;
    }
}
