package io.jmpi.it.programs;

import java.util.Arrays;
import mpi.Datatype;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Prequest;
import mpi.Request;
import mpi.Status;

/** Buffers that are neither arrays nor of {@code java.nio}, in messages and in collectives. */
final class ForeignChecks {

    private static final int[] LENGTHS = {1, 300, 200_000};

    private ForeignChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("messages of foreign memory", ForeignChecks::messages);
        checks.check("messages between foreign memory and arrays", ForeignChecks::mixed);
        checks.check("requests on foreign memory", ForeignChecks::requests);
        checks.check("buffered and persistent sends of foreign memory", ForeignChecks::otherModes);
        checks.check("a message longer than foreign memory", ForeignChecks::truncated);
        checks.check("collectives with a root on foreign memory", ForeignChecks::rooted);
        checks.check("exchanges and reductions on foreign memory", ForeignChecks::exchanges);
        checks.check("collectives on foreign memory here and arrays there", ForeignChecks::mixedCollectives);
        checks.check("collectives on foreign memory under way", ForeignChecks::inFlight);
        checks.check("gaps between blocks in foreign memory", ForeignChecks::gaps);
        checks.check("foreign memory and derived datatypes", ForeignChecks::derived);
    }

    private static void expect(double expected, FarMemory memory, int from, int count, String what) {
        memory.expectIdle();
        for (int i = from; i < from + count; i++) {
            if (expected != memory.get(i)) {
                throw new AssertionError(what + ", element " + i + ": expected " + expected + ", got " + memory.get(i));
            }
        }
    }

    private static void messages(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        int next = (me + 1) % size;
        int before = (me + size - 1) % size;
        for (int length : LENGTHS) {
            FarMemory out = FarMemory.of(length, me);
            FarMemory in = FarMemory.of(length, -1);
            Status status = comm.sendRecv(out, length, MPI.DOUBLE, next, 1, in, length, MPI.DOUBLE, before, 1);
            Check.same(length, status.getCount(MPI.DOUBLE), "count");
            expect(before, in, 0, length, "sendRecv");
            out.expectIdle();
        }
        if (size > 1 && me < 2) {
            for (int length : LENGTHS) {
                FarMemory memory = FarMemory.of(length, 10 + me);
                if (me == 0) {
                    comm.send(memory, 1, 2);
                    comm.sSend(memory, length, MPI.DOUBLE, 1, 3);
                    memory.expectIdle();
                } else {
                    comm.recv(memory, 0, 2);
                    expect(10, memory, 0, length, "recv of all");
                    FarMemory other = FarMemory.of(length, -1);
                    comm.recv(other, length, MPI.DOUBLE, 0, 3);
                    expect(10, other, 0, length, "recv of a synchronous send");
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
            FarMemory memory = FarMemory.of(length, 5);
            if (comm.getRank() == 0) {
                Arrays.fill(array, 7);
                comm.send(array, length, MPI.DOUBLE, 1, 0);
                comm.send(memory, length, MPI.DOUBLE, 1, 1);
            } else {
                comm.recv(memory, length, MPI.DOUBLE, 0, 0);
                expect(7, memory, 0, length, "an array's data");
                comm.recv(array, length, MPI.DOUBLE, 0, 1);
                for (double value : array) {
                    Check.that(value == 5, "data for an array");
                }
            }
        }
    }

    private static void requests(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        for (int length : LENGTHS) {
            FarMemory out = FarMemory.of(length, me + 0.5);
            FarMemory[] in = new FarMemory[size];
            Request[] all = new Request[2 * size];
            for (int peer = 0; peer < size; peer++) {
                in[peer] = FarMemory.of(length, -1);
                all[peer] = comm.iRecv(in[peer], length, MPI.DOUBLE, peer, 4);
            }
            for (int peer = 0; peer < size; peer++) {
                all[size + peer] = peer % 2 == 0
                        ? comm.iSend(out, length, MPI.DOUBLE, peer, 4)
                        : comm.isSend(out, length, MPI.DOUBLE, peer, 4);
            }
            Request.waitAll(all);
            out.expectIdle();
            for (int peer = 0; peer < size; peer++) {
                expect(peer + 0.5, in[peer], 0, length, "from " + peer);
            }
            Request never = comm.iRecv(in[0], length, MPI.DOUBLE, me, 5);
            never.cancel();
            never.waitFor();
            in[0].expectIdle();
        }
    }

    private static void otherModes(Intracomm comm) {
        int me = comm.getRank();
        int length = 20_000;
        MPI.attachBuffer(new byte[length * Double.BYTES + MPI.BSEND_OVERHEAD]);
        FarMemory out = FarMemory.of(length, me);
        FarMemory in = FarMemory.of(length, -1);
        int next = (me + 1) % comm.getSize();
        int before = (me + comm.getSize() - 1) % comm.getSize();
        comm.bSend(out, length, MPI.DOUBLE, next, 6);
        comm.recv(in, length, MPI.DOUBLE, before, 6);
        expect(before, in, 0, length, "bSend");
        MPI.detachBuffer();
        Prequest send = comm.sendInit(out, length, MPI.DOUBLE, next, 7);
        Prequest receive = comm.recvInit(in, length, MPI.DOUBLE, before, 7);
        for (int round = 0; round < 3; round++) {
            receive.start();
            send.start();
            send.waitFor();
            receive.waitFor();
            expect(before, in, 0, length, "persistent receive");
        }
        send.free();
        receive.free();
        out.expectIdle();
    }

    private static void truncated(Intracomm comm) throws Exception {
        int me = comm.getRank();
        for (int length : new int[] {10, 100_000}) {
            FarMemory in = FarMemory.of(length, -1);
            Request send = comm.iSend(FarMemory.of(length + 5, me), length + 5, MPI.DOUBLE, me, 8);
            Check.fails(MPI.ERR_TRUNCATE, "bytes", () -> comm.recv(in, length, MPI.DOUBLE, me, 8));
            send.waitFor();
            expect(me, in, 0, length, "the beginning of a message");
        }
    }

    private static void rooted(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        for (int length : LENGTHS) {
            for (int root = 0; root < size; root++) {
                FarMemory data = FarMemory.of(length, me == root ? 3 : -1);
                comm.bcast(data, length, MPI.DOUBLE, root);
                expect(3, data, 0, length, "bcast");
                FarMemory sum = FarMemory.of(length, -1);
                comm.reduce(FarMemory.of(length, me + 1), sum, length, MPI.DOUBLE, MPI.SUM, root);
                expect(me == root ? size * (size + 1) / 2.0 : -1, sum, 0, length, "reduce");
                FarMemory all = FarMemory.of(length * size, -1);
                comm.gather(FarMemory.of(length, me), length, MPI.DOUBLE, all, length, MPI.DOUBLE, root);
                for (int rank = 0; rank < size; rank++) {
                    expect(me == root ? rank : -1, all, rank * length, length, "gather");
                }
                FarMemory part = FarMemory.of(length, -1);
                comm.scatter(all, length, MPI.DOUBLE, part, length, MPI.DOUBLE, root);
                expect(me, part, 0, length, "scatter");
            }
        }
    }

    private static void exchanges(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        for (int length : LENGTHS) {
            FarMemory mine = FarMemory.of(length, me + 1);
            FarMemory all = FarMemory.of(length * size, -1);
            comm.allGather(mine, length, MPI.DOUBLE, all, length, MPI.DOUBLE);
            for (int rank = 0; rank < size; rank++) {
                expect(rank + 1, all, rank * length, length, "allGather");
            }
            FarMemory turned = FarMemory.of(length * size, -1);
            comm.allToAll(all, length, MPI.DOUBLE, turned, length, MPI.DOUBLE);
            expect(me + 1, turned, 0, length * size, "allToAll");
            FarMemory sum = FarMemory.of(length, -1);
            comm.allReduce(mine, sum, length, MPI.DOUBLE, MPI.SUM);
            expect(size * (size + 1) / 2.0, sum, 0, length, "allReduce");
            comm.allReduce(mine, length, MPI.DOUBLE, MPI.MAX);
            expect(size, mine, 0, length, "allReduce in place");
            FarMemory until = FarMemory.of(length, -1);
            comm.scan(sum, until, length, MPI.DOUBLE, MPI.SUM);
            expect((me + 1) * size * (size + 1) / 2.0, until, 0, length, "scan");
        }
    }

    private static void mixedCollectives(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        for (int length : LENGTHS) {
            boolean isFar = me % 2 == 0;
            FarMemory memory = FarMemory.of(length, me == 0 ? 4 : -1);
            double[] array = new double[length];
            comm.bcast(isFar ? memory : array, length, MPI.DOUBLE, 0);
            FarMemory sum = FarMemory.of(length, -1);
            comm.allReduce(isFar ? memory : array, sum, length, MPI.DOUBLE, MPI.SUM);
            expect(4.0 * size, sum, 0, length, "allReduce into foreign memory");
            comm.allReduce(sum, array, length, MPI.DOUBLE, MPI.MAX);
            Check.that(array[0] == 4 * size && array[length - 1] == 4 * size, "allReduce into an array");
        }
    }

    private static void inFlight(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        for (int length : LENGTHS) {
            FarMemory data = FarMemory.of(length, me == 0 ? 9 : -1);
            FarMemory sum = FarMemory.of(length, -1);
            FarMemory mine = FarMemory.of(length, me + 1);
            Request bcast = comm.iBcast(data, length, MPI.DOUBLE, 0);
            Request reduce = comm.iAllReduce(mine, sum, length, MPI.DOUBLE, MPI.SUM);
            reduce.waitFor();
            bcast.waitFor();
            expect(9, data, 0, length, "iBcast");
            expect(size * (size + 1) / 2.0, sum, 0, length, "iAllReduce");
            Prequest again = comm.allReduceInit(mine, length, MPI.DOUBLE, MPI.MAX);
            for (int round = 0; round < 2; round++) {
                again.start();
                again.waitFor();
                expect(size, mine, 0, length, "persistent allReduce");
            }
            again.free();
        }
    }

    private static void gaps(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        int length = 50;
        int[] counts = new int[size];
        int[] places = new int[size];
        Arrays.fill(counts, length);
        Arrays.setAll(places, rank -> rank * (length + 3) + 2);
        FarMemory all = FarMemory.of(size * (length + 3) + 2, -7);
        comm.allGatherv(FarMemory.of(length, me), length, MPI.DOUBLE, all, counts, places, MPI.DOUBLE);
        expect(-7, all, 0, 2, "before the first block");
        for (int rank = 0; rank < size; rank++) {
            expect(rank, all, places[rank], length, "block");
            expect(-7, all, places[rank] + length, 3, "behind a block");
        }
    }

    private static void derived(Intracomm comm) throws Exception {
        Datatype pairs = Datatype.createVector(2, 1, 2, MPI.DOUBLE);
        pairs.commit();
        FarMemory memory = FarMemory.of(8, 0);
        Check.fails(MPI.ERR_TYPE, "copy it to an array first", () -> comm.send(memory, 1, pairs, 0, 0));
        Check.fails(MPI.ERR_TYPE, "does not hold", () -> comm.send(memory, 1, MPI.INT, 0, 0));
        Check.fails(MPI.ERR_COUNT, "too short", () -> comm.bcast(memory, 9, MPI.DOUBLE, 0));
        pairs.free();
    }
}
