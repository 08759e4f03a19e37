package io.jmpi.it.programs;

import java.util.Arrays;
import mpi.Datatype;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Message;
import mpi.Prequest;
import mpi.Request;
import mpi.Status;

/** Point-to-point beyond the common: buffered and ready sends, persistent requests, matched probes, cancelling, packing. */
final class ModeChecks {

    /** Ints too many to go before their receive. */
    private static final int LONG = 100_000;

    private ModeChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("buffered sends", ModeChecks::buffered);
        checks.check("buffered sends of gaps, and many", ModeChecks::manyBuffered);
        checks.check("ready sends", ModeChecks::ready);
        checks.check("persistent requests", ModeChecks::persistent);
        checks.check("life of a persistent request", ModeChecks::lifeOfPersistent);
        checks.check("sendRecvReplace", ModeChecks::replace);
        checks.check("matched probes", ModeChecks::matched);
        checks.check("matched probes of nobody, and errors", ModeChecks::matchedOdd);
        checks.check("cancelled receives", ModeChecks::cancelledReceives);
        checks.check("cancelled sends", ModeChecks::cancelledSends);
        checks.check("getStatus", ModeChecks::getStatus);
        checks.check("pack and unpack", ModeChecks::packing);
    }

    private static int right(Intracomm comm) {
        return (comm.getRank() + 1) % comm.getSize();
    }

    private static int left(Intracomm comm) {
        return (comm.getRank() + comm.getSize() - 1) % comm.getSize();
    }

    private static int[] ints(int count, int seed) {
        int[] data = new int[count];
        Arrays.setAll(data, i -> i * 3 + seed);
        return data;
    }

    private static void checkInts(int[] got, int count, int seed, String what) {
        for (int i = 0; i < count; i++) {
            if (got[i] != i * 3 + seed) {
                Check.same(i * 3 + seed, got[i], what + ", element " + i);
            }
        }
    }

    private static void buffered(Intracomm comm) throws Exception {
        int[] data = ints(LONG, comm.getRank());
        int bytes = comm.packSize(LONG, MPI.INT) + MPI.BSEND_OVERHEAD;
        Check.fails(MPI.ERR_BUFFER, "attachBuffer", () -> comm.bSend(data, LONG, MPI.INT, right(comm), 1));
        Check.fails(MPI.ERR_BUFFER, "no buffer", MPI::detachBuffer);
        byte[] memory = new byte[2 * bytes + bytes / 2];
        MPI.attachBuffer(memory);
        Check.fails(MPI.ERR_BUFFER, "is attached", () -> MPI.attachBuffer(new byte[1]));
        Check.fails(MPI.ERR_BUFFER, "no room", () -> comm.bSend(new int[LONG * 3], LONG * 3, MPI.INT, right(comm), 1));
        comm.bSend(data, LONG, MPI.INT, right(comm), 1);
        Arrays.fill(data, -1);
        comm.bSend(ints(LONG, comm.getRank() + 50), LONG, MPI.INT, right(comm), 2);
        Check.fails(MPI.ERR_BUFFER, 2 * bytes + " of", () -> comm.bSend(data, LONG, MPI.INT, right(comm), 3));
        comm.barrier();
        // The second first: its piece is in use again while the first one's still is.
        int[] got = new int[LONG];
        comm.recv(got, LONG, MPI.INT, left(comm), 2);
        checkInts(got, LONG, left(comm) + 50, "second");
        comm.barrier();
        Request request = comm.ibSend(ints(LONG, comm.getRank() + 9), LONG, MPI.INT, right(comm), 3);
        Check.that(request.test() && request.isNull(), "a buffered send is complete at once");
        comm.recv(got, LONG, MPI.INT, left(comm), 1);
        checkInts(got, LONG, left(comm), "first, changed after it was sent");
        comm.recv(got, LONG, MPI.INT, left(comm), 3);
        checkInts(got, LONG, left(comm) + 9, "third");
        comm.bSend(data, LONG, MPI.INT, MPI.PROC_NULL, 1);
        Check.that(MPI.detachBuffer() == memory, "detach gives the memory back");
        MPI.attachBuffer(memory);
        Check.that(MPI.detachBuffer() == memory, "attached and detached again");
    }

    /** Whoever detaches waits until all has gone, in order. */
    private static void manyBuffered(Intracomm comm) throws Exception {
        int count = 300;
        Datatype every = Datatype.createVector(LONG / 2, 1, 2, MPI.INT);
        every.commit();
        MPI.attachBuffer(new byte[comm.packSize(1, every) + count * 40]);
        comm.bSend(ints(LONG, 1), 1, every, right(comm), 1);
        for (int i = 0; i < count; i++) {
            comm.bSend(ints(10, i), 10, MPI.INT, right(comm), 2);
        }
        Request[] receives = new Request[count + 1];
        int[] gathered = new int[LONG / 2];
        int[][] got = new int[count][10];
        for (int i = 0; i < count; i++) {
            receives[i] = comm.iRecv(got[i], left(comm), 2);
        }
        receives[count] = comm.iRecv(gathered, left(comm), 1);
        MPI.detachBuffer();
        Request.waitAll(receives);
        for (int i = 0; i < count; i++) {
            checkInts(got[i], 10, i, "short message");
        }
        for (int i = 0; i < gathered.length; i++) {
            Check.same(i * 6 + 1, gathered[i], "every second");
        }
        every.free();
    }

    private static void ready(Intracomm comm) {
        int[] one = new int[5];
        int[] other = new int[LONG];
        Request[] receives = {comm.iRecv(one, left(comm), 1), comm.iRecv(other, left(comm), 2)};
        comm.barrier();
        comm.rSend(ints(5, 1), 5, MPI.INT, right(comm), 1);
        Request send = comm.irSend(ints(LONG, 2), LONG, MPI.INT, right(comm), 2);
        Request.waitAll(receives);
        send.waitFor();
        checkInts(one, 5, 1, "short");
        checkInts(other, LONG, 2, "long");
    }

    private static void persistent(Intracomm comm) throws Exception {
        MPI.attachBuffer(new byte[LONG * 4]);
        for (int count : new int[] {3, LONG}) {
            int[][] out = new int[4][count];
            int[][] in = new int[4][count];
            Prequest[] requests = new Prequest[9];
            for (int i = 0; i < 4; i++) {
                requests[i] = comm.recvInit(in[i], count, MPI.INT, left(comm), i);
            }
            requests[4] = comm.sendInit(out[0], count, MPI.INT, right(comm), 0);
            requests[5] = comm.sSendInit(out[1], count, MPI.INT, right(comm), 1);
            requests[6] = comm.bSendInit(out[2], count, MPI.INT, right(comm), 2);
            requests[7] = comm.rSendInit(out[3], count, MPI.INT, right(comm), 3);
            requests[8] = comm.sendInit(out[0], count, MPI.INT, MPI.PROC_NULL, 0);
            for (int round = 0; round < 10; round++) {
                for (int i = 0; i < 4; i++) {
                    System.arraycopy(ints(count, comm.getRank() + 100 * i + round), 0, out[i], 0, count);
                }
                for (int i = 0; i < 4; i++) {
                    requests[i].start();
                }
                comm.barrier();
                Prequest.startAll(Arrays.copyOfRange(requests, 4, 9));
                Status[] statuses = Request.waitAllStatus(requests);
                for (int i = 0; i < 4; i++) {
                    checkInts(in[i], count, left(comm) + 100 * i + round, "round " + round + ", mode " + i);
                    Check.same(count, statuses[i].getCount(MPI.INT), "count");
                    Check.same(left(comm), statuses[i].getSource(), "source");
                    Check.same(MPI.ANY_SOURCE, statuses[4 + i].getSource(), "source of a send");
                }
                Check.that(Request.testAll(requests), "inactive requests are complete");
            }
            for (Prequest request : requests) {
                Check.that(!request.isNull(), "inactive, not null");
                request.free();
            }
        }
        MPI.detachBuffer();
    }

    private static void lifeOfPersistent(Intracomm comm) throws Exception {
        int[] data = new int[1];
        Prequest receive = comm.recvInit(data, 1, MPI.INT, left(comm), 1);
        Check.that(!receive.isNull(), "not null before it is started");
        Check.same(MPI.ANY_SOURCE, receive.waitStatus().getSource(), "an inactive request is complete");
        Check.same(MPI.UNDEFINED, Request.waitAny(new Request[] {receive}), "no active request");
        Check.that(Request.waitSome(new Request[] {receive}) == null, "no active request");
        Check.fails(MPI.ERR_REQUEST, "not active", receive::cancel);
        receive.start();
        Check.that(!receive.test(), "nothing has been sent");
        Check.fails(MPI.ERR_REQUEST, "active already", receive::start);
        receive.cancel();
        Check.that(receive.waitStatus().isCancelled(), "cancelled");
        receive.start();
        comm.barrier();
        comm.send(new int[] {8}, 1, MPI.INT, right(comm), 1);
        Check.same(0, Request.waitAny(new Request[] {receive}), "index");
        Check.same(8, data[0], "received after one was cancelled");
        receive.start();
        receive.free();
        Check.that(receive.isNull(), "null when freed");
        Check.fails(MPI.ERR_REQUEST, "freed", receive::start);
        comm.barrier();
        comm.send(new int[] {9}, 1, MPI.INT, right(comm), 1);
        comm.barrier();
        while (data[0] != 9) {
            comm.iProbe(MPI.ANY_SOURCE, MPI.ANY_TAG);
        }
        Prequest nobody = comm.recvInit(data, 1, MPI.INT, MPI.PROC_NULL, 1);
        nobody.start();
        Check.same(MPI.PROC_NULL, nobody.waitStatus().getSource(), "source");
        Check.fails(MPI.ERR_REQUEST, "null", MPI.REQUEST_NULL::free);
        Check.fails(MPI.ERR_REQUEST, "null", MPI.REQUEST_NULL::cancel);
        Check.fails(MPI.ERR_REQUEST, "null", () -> Prequest.startAll(new Prequest[1]));
        Check.fails(MPI.ERR_REQUEST, "collective", () -> {
            Request barrier = comm.iBarrier();
            try {
                barrier.cancel();
                throw new mpi.MPIException("not reached unless the barrier was over at once");
            } finally {
                barrier.waitFor();
            }
        });
    }

    private static void replace(Intracomm comm) {
        for (int count : new int[] {0, 4, LONG}) {
            int[] data = ints(count, comm.getRank());
            Status status = comm.sendRecvReplace(data, count, MPI.INT, right(comm), 1, left(comm), MPI.ANY_TAG);
            checkInts(data, count, left(comm), "replaced");
            Check.same(count, status.getCount(MPI.INT), "count");
            Check.same(1, status.getTag(), "tag");
        }
        Datatype column = Datatype.createVector(3, 1, 2, MPI.INT);
        column.commit();
        int[] matrix = ints(6, comm.getRank());
        comm.sendRecvReplace(MPI.slice(matrix, 1), 1, column, right(comm), 1, left(comm), 1);
        for (int i = 0; i < 6; i++) {
            Check.same(i * 3 + (i % 2 == 1 ? left(comm) : comm.getRank()), matrix[i], "element " + i);
        }
        Status status = comm.sendRecvReplace(matrix, 6, MPI.INT, MPI.PROC_NULL, 1, MPI.PROC_NULL, 1);
        Check.same(MPI.PROC_NULL, status.getSource(), "source");
        checkInts(new int[] {matrix[0]}, 1, comm.getRank(), "unchanged");
    }

    private static void matched(Intracomm comm) throws Exception {
        for (int count : new int[] {5, LONG}) {
            Request[] sends = {comm.iSend(ints(count, 1), right(comm), 7), comm.isSend(ints(count, 2), right(comm), 7)};
            Message first = new Message();
            Check.that(first.isNull() && !first.isNoProc(), "null at first");
            Status status = first.mProbe(left(comm), MPI.ANY_TAG, comm);
            Check.same(count, status.getCount(MPI.INT), "count");
            Check.same(7, status.getTag(), "tag");
            Check.that(!first.isNull(), "no longer null");
            Message second = new Message();
            while (second.imProbe(MPI.ANY_SOURCE, 7, comm) == null) {
                Thread.onSpinWait();
            }
            Check.that(comm.iProbe(left(comm), 7) == null, "set aside");
            Check.that(new Message().imProbe(left(comm), 7, comm) == null, "set aside");
            int[] one = new int[count];
            int[] other = new int[count];
            Request receive = second.imRecv(other, count, MPI.INT);
            Check.that(second.isNull(), "null again");
            Check.same(left(comm), receive.waitStatus().getSource(), "source");
            Check.same(count, first.mRecv(one, count, MPI.INT).getCount(MPI.INT), "count");
            checkInts(one, count, 1, "first");
            checkInts(other, count, 2, "second");
            Request.waitAll(sends);
        }
    }

    private static void matchedOdd(Intracomm comm) throws Exception {
        Message message = new Message();
        Check.fails(MPI.ERR_REQUEST, "no message", () -> message.mRecv(new int[1], 1, MPI.INT));
        Check.same(MPI.PROC_NULL, message.mProbe(MPI.PROC_NULL, 1, comm).getSource(), "source");
        Check.that(!message.isNull() && message.isNoProc(), "the message of nobody");
        Check.fails(MPI.ERR_REQUEST, "not been received", () -> message.mProbe(left(comm), 1, comm));
        Status status = message.mRecv(new int[1], 1, MPI.INT);
        Check.same(MPI.PROC_NULL, status.getSource(), "source");
        Check.same(0, status.getCount(MPI.INT), "count");
        Check.that(message.isNull() && !message.isNoProc(), "null again");
        Check.fails(MPI.ERR_RANK, "99", () -> message.imProbe(99, 1, comm));
        comm.send(ints(9, 0), right(comm), 1);
        message.mProbe(left(comm), 1, comm);
        Check.fails(MPI.ERR_TRUNCATE, "36 bytes", () -> message.mRecv(new int[8], 8, MPI.INT));
    }

    private static void cancelledReceives(Intracomm comm) {
        int[] one = new int[1];
        int[] other = new int[1];
        for (int source : new int[] {left(comm), MPI.ANY_SOURCE}) {
            Request first = comm.iRecv(one, source, 1);
            Request second = comm.iRecv(other, source, 1);
            first.cancel();
            Status status = first.waitStatus();
            Check.that(status.isCancelled(), "cancelled");
            Check.that(first.isNull(), "null after completion");
            comm.barrier();
            comm.send(new int[] {77}, right(comm), 1);
            Check.that(!second.waitStatus().isCancelled(), "received");
            Check.same(77, other[0], "the next receive gets the message");
            comm.barrier();
        }
        Request receive = comm.iRecv(one, left(comm), 2);
        comm.send(new int[] {5}, right(comm), 2);
        comm.barrier();
        while (receive.getStatus() == null) {
            Thread.onSpinWait();
        }
        receive.cancel();
        Check.that(!receive.waitStatus().isCancelled(), "too late to cancel");
        Check.same(5, one[0], "received");
    }

    private static void cancelledSends(Intracomm comm) {
        Request[] sends = {comm.isSend(ints(3, 1), right(comm), 1), comm.iSend(ints(LONG, 1), right(comm), 1)};
        for (Request send : sends) {
            send.cancel();
            send.cancel();
        }
        for (Status status : Request.waitAllStatus(sends)) {
            Check.that(status.isCancelled(), "cancelled, as nobody has received it");
        }
        comm.barrier();
        Check.that(comm.iProbe(MPI.ANY_SOURCE, MPI.ANY_TAG) == null, "nothing is left of it");
        comm.barrier();
        int[] got = new int[LONG];
        Request[] receives = {comm.iRecv(got, left(comm), 2), comm.iRecv(new int[3], left(comm), 3)};
        comm.barrier();
        Request[] matched = {
            comm.iSend(ints(LONG, comm.getRank()), right(comm), 2), comm.isSend(ints(3, 1), right(comm), 3)
        };
        matched[0].cancel();
        matched[1].cancel();
        // Taken back only if they had not gone yet.
        if (matched[0].waitStatus().isCancelled()) {
            comm.send(ints(LONG, comm.getRank()), right(comm), 2);
        }
        if (matched[1].waitStatus().isCancelled()) {
            comm.send(ints(3, 1), right(comm), 3);
        }
        Request.waitAll(receives);
        checkInts(got, LONG, left(comm), "received once");
        int[] after = new int[1];
        comm.sendRecv(new int[] {6}, right(comm), 4, after, left(comm), 4);
        Check.same(6, after[0], "the next message");
    }

    private static void getStatus(Intracomm comm) throws Exception {
        int[] data = new int[3];
        Request receive = comm.iRecv(data, left(comm), 1);
        Check.that(receive.getStatus() == null, "nothing has been sent");
        comm.barrier();
        comm.send(ints(2, 4), right(comm), 1);
        Status status;
        do {
            status = receive.getStatus();
        } while (status == null);
        Check.same(2, status.getCount(MPI.INT), "count");
        Check.that(!receive.isNull(), "still there");
        Check.same(2, receive.getStatus().getCount(MPI.INT), "count");
        Check.same(2, receive.waitStatus().getCount(MPI.INT), "count");
        Check.same(0, receive.getStatus().getCount(MPI.INT), "a null request has an empty status");
        Check.same(MPI.ANY_SOURCE, MPI.REQUEST_NULL.getStatus().getSource(), "source");
    }

    private static void packing(Intracomm comm) throws Exception {
        Datatype column = Datatype.createVector(3, 1, 2, MPI.DOUBLE);
        column.commit();
        double[] matrix = {1, -1, 2, -2, 3, -3};
        int size = comm.packSize(2, MPI.INT) + comm.packSize(1, column) + comm.packSize(3, MPI.CHAR);
        byte[] packed = new byte[size];
        int position = comm.pack(new int[] {comm.getRank(), 7}, 2, MPI.INT, packed, 0);
        position = comm.pack(matrix, 1, column, packed, position);
        int end = comm.pack("abc".toCharArray(), 3, MPI.CHAR, packed, position);
        Check.same(size, end, "position behind all");
        Check.fails(MPI.ERR_TRUNCATE, "do not fit", () -> comm.pack(new byte[1], 1, MPI.BYTE, packed, end));
        byte[] got = new byte[size];
        Status status = comm.sendRecv(packed, end, MPI.PACKED, right(comm), 1, got, size, MPI.PACKED, left(comm), 1);
        Check.same(size, status.getCount(MPI.PACKED), "bytes");
        int[] ints = new int[2];
        double[] doubles = new double[3];
        char[] chars = new char[3];
        position = comm.unpack(got, 0, ints, 2, MPI.INT);
        position = comm.unpack(got, position, doubles, 3, MPI.DOUBLE);
        position = comm.unpack(got, position, MPI.slice(chars, 0), 3, MPI.CHAR);
        Check.same(size, position, "position behind all");
        Check.that(ints[0] == left(comm) && ints[1] == 7, "ints");
        Check.that(Arrays.equals(new double[] {1, 2, 3}, doubles), "doubles");
        Check.that(new String(chars).equals("abc"), "chars");
        double[] back = new double[6];
        comm.unpack(got, 8, back, 1, column);
        Check.that(Arrays.equals(new double[] {1, 0, 2, 0, 3, 0}, back), "a column");
        Check.fails(MPI.ERR_TRUNCATE, "do not fit", () -> comm.unpack(got, size - 1, ints, 1, MPI.INT));
        Check.fails(MPI.ERR_ARG, "-1", () -> comm.unpack(got, -1, ints, 1, MPI.INT));
        Check.fails(MPI.ERR_COUNT, "-1", () -> comm.packSize(-1, MPI.INT));
        // What was sent as it was can be received as packed.
        comm.sendRecv(new int[] {4, 5}, 2, MPI.INT, right(comm), 2, got, 8, MPI.PACKED, left(comm), 2);
        comm.unpack(got, 4, ints, 1, MPI.INT);
        Check.same(5, ints[0], "unpacked");
    }
}
