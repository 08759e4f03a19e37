package io.jmpi.samples.bench;

import mpi.Intracomm;
import mpi.MPI;
import mpi.Request;

/** Measurements between ranks 0 and 1; the others wait, asleep. */
enum PointToPoint implements Test {
    /** A message to and fro; half of the time is one way. */
    LATENCY("latency, one way, us", 1, 8, 64, 1 << 10, 1 << 13, 1 << 16, 1 << 20, 1 << 22) {
        @Override
        Kernel sender(Intracomm world, BufferKind kind, int size) {
            Object sent = kind.bytes(size);
            Object received = kind.bytes(size);
            return iterations -> {
                for (int i = 0; i < iterations; i++) {
                    world.send(sent, size, MPI.BYTE, 1, TAG);
                    world.recv(received, size, MPI.BYTE, 1, TAG);
                }
            };
        }

        @Override
        Kernel receiver(Intracomm world, BufferKind kind, int size) {
            Object sent = kind.bytes(size);
            Object received = kind.bytes(size);
            return iterations -> {
                for (int i = 0; i < iterations; i++) {
                    world.recv(received, size, MPI.BYTE, 0, TAG);
                    world.send(sent, size, MPI.BYTE, 0, TAG);
                }
            };
        }

        @Override
        public double figure(double seconds, int size) {
            return seconds / 2 * MILLION;
        }
    },
    /** Windows of messages one way, each answered by a short one. */
    BANDWIDTH("bandwidth, window 64, MB/s", 1 << 10, 1 << 13, 1 << 16, 1 << 20, 1 << 22) {
        @Override
        public double figure(double seconds, int size) {
            return (double) size * WINDOW / seconds / MILLION;
        }
    },
    /** The same, as messages. */
    RATE("message rate, window 64, million/s", 8) {
        @Override
        public double figure(double seconds, int size) {
            return WINDOW / seconds / MILLION;
        }
    };

    private static final int TAG = 1;
    private static final int ANSWER_TAG = 2;
    private static final int WINDOW = 64;
    private static final double MILLION = 1e6;

    private final String title;
    private final int[] sizes;

    PointToPoint(String title, int... sizes) {
        this.title = title;
        this.sizes = sizes;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int[] sizes() {
        return sizes.clone();
    }

    @Override
    public boolean accepts(int size) {
        return size >= 0;
    }

    @Override
    public int ranks() {
        return 2;
    }

    @Override
    public Kernel kernel(Intracomm world, BufferKind kind, int size) {
        return switch (world.getRank()) {
            case 0 -> sender(world, kind, size);
            case 1 -> receiver(world, kind, size);
            default -> iterations -> {};
        };
    }

    Kernel sender(Intracomm world, BufferKind kind, int size) {
        Object sent = kind.bytes(size);
        Object answer = kind.bytes(1);
        Request[] window = new Request[WINDOW];
        return iterations -> {
            for (int i = 0; i < iterations; i++) {
                for (int k = 0; k < WINDOW; k++) {
                    window[k] = world.iSend(sent, size, MPI.BYTE, 1, TAG);
                }
                Request.waitAll(window);
                world.recv(answer, 1, MPI.BYTE, 1, ANSWER_TAG);
            }
        };
    }

    Kernel receiver(Intracomm world, BufferKind kind, int size) {
        Object received = kind.bytes(size);
        Object answer = kind.bytes(1);
        Request[] window = new Request[WINDOW];
        return iterations -> {
            for (int i = 0; i < iterations; i++) {
                for (int k = 0; k < WINDOW; k++) {
                    window[k] = world.iRecv(received, size, MPI.BYTE, 0, TAG);
                }
                Request.waitAll(window);
                world.send(answer, 1, MPI.BYTE, 0, ANSWER_TAG);
            }
        };
    }
}
