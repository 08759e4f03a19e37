package io.jmpi.it.programs;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.Device;
import io.jmpi.offload.DeviceDoubles;
import io.jmpi.offload.DeviceFloats;
import io.jmpi.offload.DeviceInts;
import io.jmpi.offload.Kernel;
import io.jmpi.offload.Program;
import io.jmpi.offload.Range;
import java.util.List;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Prequest;
import mpi.Request;
import mpi.Status;

/** Arrays on a device in messages and in collectives. */
final class DeviceChecks {

    /** The longest takes several chunks of pinned memory, and ends within one. */
    private static final int[] LENGTHS = {1, 300, 40_000, 1_500_000};

    private static Accelerator accelerator;

    private DeviceChecks() {}

    static void addTo(Checks checks) throws Exception {
        try (Accelerator opened = Device.all().get(0).open()) {
            accelerator = opened;
            checks.check("messages of device arrays", DeviceChecks::messages);
            checks.check("messages between device arrays and arrays", DeviceChecks::mixed);
            checks.check("requests on device arrays", DeviceChecks::requests);
            checks.check("collectives with a root on device arrays", DeviceChecks::rooted);
            checks.check("exchanges and reductions on device arrays", DeviceChecks::exchanges);
            checks.check("collectives on device arrays under way", DeviceChecks::inFlight);
            checks.check("kernels between messages", DeviceChecks::kernels);
            checks.check("parts of device arrays", DeviceChecks::parts);
            checks.check("device arrays that do not fit", DeviceChecks::misfits);
            Check.same(List.of(), opened.leftOpen(), "what was left open");
        }
    }

    private static DeviceDoubles filled(int length, double value) {
        DeviceDoubles array = accelerator.doubles(length);
        array.fill(value);
        return array;
    }

    private static void expect(double expected, DeviceDoubles array, String what) {
        expect(expected, array, 0, array.length(), what);
    }

    private static void expect(double expected, DeviceDoubles array, int from, int count, String what) {
        double[] values = new double[count];
        array.read(from, values, 0, count);
        for (int i = 0; i < count; i++) {
            if (values[i] != expected) {
                throw new AssertionError(what + ", element " + (from + i) + " of " + array.length() + ": expected "
                        + expected + ", got " + values[i]);
            }
        }
    }

    private static void messages(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        int next = (me + 1) % size;
        int before = (me + size - 1) % size;
        for (int length : LENGTHS) {
            double[] values = new double[length];
            for (int i = 0; i < length; i++) {
                values[i] = me + i * 1e-7;
            }
            try (DeviceDoubles out = accelerator.copyOf(values);
                    DeviceDoubles in = filled(length, -1)) {
                Status status = comm.sendRecv(out, length, MPI.DOUBLE, next, 1, in, length, MPI.DOUBLE, before, 1);
                Check.same(length, status.getCount(MPI.DOUBLE), "count");
                double[] got = in.toArray();
                for (int i = 0; i < length; i++) {
                    Check.that(got[i] == before + i * 1e-7, "element " + i + " of " + length + " is " + got[i]);
                }
            }
        }
    }

    private static void mixed(Intracomm comm) {
        if (comm.getSize() < 2 || comm.getRank() > 1) {
            return;
        }
        for (int length : LENGTHS) {
            double[] array = new double[length];
            try (DeviceDoubles device = filled(length, 5)) {
                if (comm.getRank() == 0) {
                    java.util.Arrays.fill(array, 7);
                    comm.send(array, length, MPI.DOUBLE, 1, 0);
                    comm.send(device, 1, 1);
                } else {
                    comm.recv(device, 0, 0);
                    expect(7, device, "an array's data");
                    comm.recv(array, length, MPI.DOUBLE, 0, 1);
                    Check.that(array[0] == 5 && array[length - 1] == 5, "data for an array");
                }
            }
        }
    }

    private static void requests(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        for (int length : LENGTHS) {
            DeviceDoubles out = filled(length, me + 0.5);
            DeviceDoubles[] in = new DeviceDoubles[size];
            Request[] all = new Request[2 * size];
            for (int peer = 0; peer < size; peer++) {
                in[peer] = filled(length, -1);
                all[peer] = comm.iRecv(in[peer], length, MPI.DOUBLE, peer, 4);
            }
            for (int peer = 0; peer < size; peer++) {
                all[size + peer] = comm.iSend(out, length, MPI.DOUBLE, peer, 4);
            }
            Request.waitAll(all);
            for (int peer = 0; peer < size; peer++) {
                expect(peer + 0.5, in[peer], "from " + peer);
                in[peer].close();
            }
            out.close();
        }
    }

    private static void rooted(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        for (int length : LENGTHS) {
            for (int root = 0; root < Math.min(size, 2); root++) {
                boolean isRoot = me == root;
                try (DeviceDoubles data = filled(length, isRoot ? 3 : -1);
                        DeviceDoubles sum = filled(length, -1);
                        DeviceDoubles all = filled(length * size, -1);
                        DeviceDoubles part = filled(length, me + 1)) {
                    comm.bcast(data, length, MPI.DOUBLE, root);
                    expect(3, data, "bcast");
                    comm.reduce(part, sum, length, MPI.DOUBLE, MPI.SUM, root);
                    expect(isRoot ? size * (size + 1) / 2.0 : -1, sum, "reduce");
                    comm.gather(part, length, MPI.DOUBLE, all, length, MPI.DOUBLE, root);
                    for (int rank = 0; rank < size; rank++) {
                        expect(isRoot ? rank + 1 : -1, all, rank * length, length, "gather");
                    }
                    part.fill(-1);
                    comm.scatter(all, length, MPI.DOUBLE, part, length, MPI.DOUBLE, root);
                    expect(me + 1, part, "scatter");
                }
            }
        }
    }

    private static void exchanges(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        for (int length : LENGTHS) {
            try (DeviceDoubles mine = filled(length, me + 1);
                    DeviceDoubles all = filled(length * size, -1);
                    DeviceDoubles sum = filled(length, -1)) {
                comm.allGather(mine, length, MPI.DOUBLE, all, length, MPI.DOUBLE);
                for (int rank = 0; rank < size; rank++) {
                    expect(rank + 1, all, rank * length, length, "allGather");
                }
                comm.allReduce(mine, sum, length, MPI.DOUBLE, MPI.SUM);
                expect(size * (size + 1) / 2.0, sum, "allReduce");
                comm.allReduce(mine, length, MPI.DOUBLE, MPI.MAX);
                expect(size, mine, "allReduce in place");
            }
        }
        try (DeviceInts ints = accelerator.copyOf(me, 1, -me);
                DeviceFloats floats = accelerator.copyOf(0.5f, me)) {
            comm.allReduce(ints, 3, MPI.INT, MPI.SUM);
            Check.same(size, ints.toArray()[1], "ints");
            comm.allReduce(floats, 2, MPI.FLOAT, MPI.MAX);
            Check.that(floats.toArray()[1] == size - 1, "floats");
        }
    }

    private static void inFlight(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        for (int length : LENGTHS) {
            try (DeviceDoubles data = filled(length, me == 0 ? 9 : -1);
                    DeviceDoubles mine = filled(length, me + 1);
                    DeviceDoubles sum = filled(length, -1)) {
                Request bcast = comm.iBcast(data, length, MPI.DOUBLE, 0);
                Request reduce = comm.iAllReduce(mine, sum, length, MPI.DOUBLE, MPI.SUM);
                reduce.waitFor();
                bcast.waitFor();
                expect(9, data, "iBcast");
                expect(size * (size + 1) / 2.0, sum, "iAllReduce");
                Prequest again = comm.allReduceInit(mine, length, MPI.DOUBLE, MPI.MAX);
                for (int round = 0; round < 2; round++) {
                    again.start();
                    again.waitFor();
                    expect(size, mine, "persistent allReduce");
                }
                again.free();
            }
        }
    }

    /** What a kernel has left is sent, what has come is there for the next kernel. */
    private static void kernels(Intracomm comm) {
        int length = 100_000;
        int next = (comm.getRank() + 1) % comm.getSize();
        int before = (comm.getRank() + comm.getSize() - 1) % comm.getSize();
        String source = "kernel void twice(global double* x) { x[get_global_id(0)] *= 2; }";
        try (DeviceDoubles out = filled(length, 1);
                DeviceDoubles in = filled(length, -1);
                Program program = accelerator.program(source)) {
            Kernel twice = program.kernel("twice");
            for (int round = 1; round <= 10; round++) {
                twice.launch(Range.of(length), out);
                Request receive = comm.iRecv(in, length, MPI.DOUBLE, before, round);
                comm.send(out, length, MPI.DOUBLE, next, round);
                receive.waitFor();
                twice.launch(Range.of(length), in);
                expect(Math.pow(2, round + 1), in, "round " + round);
            }
        }
    }

    private static void parts(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        int length = 1000;
        try (DeviceDoubles all = filled(size * length, -1);
                DeviceDoubles mine = all.slice(me * length, length)) {
            mine.fill(me);
            comm.allGather(all, length, MPI.DOUBLE);
            for (int rank = 0; rank < size; rank++) {
                expect(rank, all, rank * length, length, "allGather of parts in place");
            }
            Request send = comm.iSend(mine, length, MPI.DOUBLE, me, 3);
            try (DeviceDoubles first = all.slice(0, length)) {
                comm.recv(first, length, MPI.DOUBLE, me, 3);
                send.waitFor();
                expect(me, first, "a part");
            }
        }
    }

    private static void misfits(Intracomm comm) throws Exception {
        try (DeviceDoubles array = filled(8, 0)) {
            Check.fails(MPI.ERR_TYPE, "does not hold", () -> comm.send(array, 8, MPI.FLOAT, 0, 0));
            Check.fails(MPI.ERR_COUNT, "too short", () -> comm.bcast(array, 9, MPI.DOUBLE, 0));
        }
    }
}
