package io.jmpi.it.programs;

import java.util.Random;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Request;
import mpi.Status;

/**
 * Messages between neighbours: rank r sends to r + 1 and receives from r - 1, so that everything works for a world of one
 * as well.
 */
final class MessageChecks {

    private static final int EAGER = 8 << 10;
    private static final int FRAGMENT = 16 << 10;
    private static final int[] LENGTHS = {
        0,
        1,
        7,
        8,
        9,
        63,
        64,
        65,
        1000,
        EAGER - 64,
        EAGER - 1,
        EAGER,
        EAGER + 1,
        FRAGMENT - 1,
        FRAGMENT,
        FRAGMENT + 1,
        2 * FRAGMENT + 1,
        (1 << 18) - 1,
        1 << 18,
        (1 << 20) + 3,
        9 << 20
    };
    private static final int GUARD = 16;
    private static final int TAG = 17;

    private MessageChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("lengths, receive first", comm -> lengths(comm, Way.RECEIVE_FIRST));
        checks.check("lengths, send first", comm -> lengths(comm, Way.SEND_FIRST));
        checks.check("lengths, synchronous", comm -> lengths(comm, Way.SYNCHRONOUS));
        checks.check("lengths, sendRecv", comm -> lengths(comm, Way.SEND_RECV));
        checks.check("lengths, probed", comm -> lengths(comm, Way.PROBED));
        checks.check("blocking calls", MessageChecks::blocking);
        checks.check("order of one key", MessageChecks::order);
        checks.check("keys out of order", MessageChecks::keysOutOfOrder);
        checks.check("small ones pass a large one", MessageChecks::smallPassLarge);
        checks.check("any source, any tag", MessageChecks::wildcards);
        checks.check("wildcard receives in the order posted", MessageChecks::postedOrder);
        checks.check("probe", MessageChecks::probe);
        checks.check("nobody", MessageChecks::nobody);
        checks.check("synchronous sends wait", MessageChecks::synchronous);
        checks.check("self", MessageChecks::self);
        checks.check("large in both directions", MessageChecks::bothDirections);
        checks.check("random", MessageChecks::random);
    }

    private enum Way {
        RECEIVE_FIRST,
        SEND_FIRST,
        SYNCHRONOUS,
        SEND_RECV,
        PROBED
    }

    private static int right(Intracomm comm) {
        return (comm.getRank() + 1) % comm.getSize();
    }

    private static int left(Intracomm comm) {
        return (comm.getRank() + comm.getSize() - 1) % comm.getSize();
    }

    static byte[] pattern(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static void lengths(Intracomm comm, Way way) {
        for (int length : LENGTHS) {
            byte[] sent = pattern(length, comm.getRank());
            byte[] got = new byte[length + GUARD];
            Status status = exchange(comm, way, sent, got);
            Check.same(length, status.getCount(MPI.BYTE), "count");
            Check.same(left(comm), status.getSource(), "source");
            Check.same(TAG, status.getTag(), "tag");
            byte[] expected = java.util.Arrays.copyOf(pattern(length, left(comm)), length + GUARD);
            Check.same(-1, java.util.Arrays.mismatch(expected, got), "first difference of " + length + " bytes");
        }
    }

    private static Status exchange(Intracomm comm, Way way, byte[] sent, byte[] got) {
        int right = right(comm);
        int left = left(comm);
        switch (way) {
            case RECEIVE_FIRST: {
                Request receive = comm.iRecv(got, left, TAG);
                comm.send(sent, right, TAG);
                return receive.waitStatus();
            }
            case SEND_FIRST: {
                Request send = comm.iSend(sent, right, TAG);
                comm.barrier();
                Status status = comm.recv(got, left, TAG);
                send.waitFor();
                return status;
            }
            case SYNCHRONOUS: {
                Request receive = comm.iRecv(got, got.length, MPI.BYTE, left, TAG);
                comm.sSend(sent, sent.length, MPI.BYTE, right, TAG);
                return receive.waitStatus();
            }
            case SEND_RECV:
                return comm.sendRecv(sent, right, TAG, got, left, TAG);
            default: {
                Request send = comm.isSend(sent, right, TAG);
                Status seen = comm.probe(left, TAG);
                Status status = comm.recv(got, 0, seen.getCount(MPI.BYTE), left, TAG);
                send.waitFor();
                return status;
            }
        }
    }

    /** Even ranks send first, odd ones receive first. */
    private static void blocking(Intracomm comm) {
        int size = comm.getSize() & ~1;
        if (comm.getRank() >= size) {
            return;
        }
        int peer = comm.getRank() ^ 1;
        for (int length : LENGTHS) {
            byte[] got = new byte[length];
            if ((comm.getRank() & 1) == 0) {
                comm.send(pattern(length, comm.getRank()), length, MPI.BYTE, peer, TAG);
                comm.recv(got, length, MPI.BYTE, peer, TAG);
            } else {
                comm.recv(got, length, MPI.BYTE, peer, TAG);
                comm.send(pattern(length, comm.getRank()), length, MPI.BYTE, peer, TAG);
            }
            Check.same(-1, java.util.Arrays.mismatch(pattern(length, peer), got), "difference of " + length);
        }
    }

    private static int lengthOf(int number) {
        return number % 25 == 24 ? 10_000 : number % 5 + 1;
    }

    /** Messages of one key, long and short ones, arrive in the order sent. */
    private static void order(Intracomm comm) {
        int count = 1000;
        Request[] sends = new Request[count];
        for (int i = 0; i < count; i++) {
            int[] data = new int[lengthOf(i)];
            data[data.length - 1] = i;
            sends[i] = comm.iSend(data, right(comm), TAG);
        }
        for (int i = 0; i < count; i++) {
            int[] data = new int[10_000];
            int length = comm.recv(data, left(comm), TAG).getCount(MPI.INT);
            Check.same(lengthOf(i), length, "length of message " + i);
            Check.same(i, data[length - 1], "number of message");
        }
        Request.waitAll(sends);
    }

    private static void keysOutOfOrder(Intracomm comm) {
        int count = 200;
        Request[] sends = new Request[3 * count];
        for (int i = 0; i < sends.length; i++) {
            sends[i] = comm.iSend(new int[] {i}, right(comm), i % 3);
        }
        int[] data = new int[1];
        for (int tag = 2; tag >= 0; tag--) {
            for (int i = 0; i < count; i++) {
                comm.recv(data, left(comm), tag);
                Check.same(3 * i + tag, data[0], "message of tag " + tag);
            }
        }
        Request.waitAll(sends);
    }

    private static void smallPassLarge(Intracomm comm) {
        byte[] large = pattern(3 << 20, comm.getRank());
        Request first = comm.iSend(large, right(comm), 1);
        Request second = comm.iSend(new byte[] {42}, right(comm), 2);
        byte[] small = new byte[1];
        comm.recv(small, left(comm), 2);
        Check.same(42, small[0], "the small one");
        byte[] got = new byte[large.length];
        comm.recv(got, left(comm), 1);
        Check.same(-1, java.util.Arrays.mismatch(pattern(large.length, left(comm)), got), "the large one");
        Request.waitAll(new Request[] {first, second});
    }

    /** Everybody sends to everybody; each source's messages come in order, whatever comes between. */
    private static void wildcards(Intracomm comm) {
        int size = comm.getSize();
        int count = 60;
        Request[] sends = new Request[size * count];
        for (int i = 0; i < count; i++) {
            for (int dest = 0; dest < size; dest++) {
                int[] data = new int[i % 20 == 19 ? 6000 : 2];
                data[0] = comm.getRank();
                data[1] = i;
                sends[i * size + dest] = comm.iSend(data, dest, i % 4);
            }
        }
        int[] data = new int[6000];
        int[] next = new int[size];
        for (int i = 0; i < size * count / 2; i++) {
            Status status = comm.recv(data, MPI.ANY_SOURCE, MPI.ANY_TAG);
            Check.same(data[0], status.getSource(), "source");
            Check.same(next[data[0]]++, data[1], "number of message from " + data[0]);
            Check.same(data[1] % 4, status.getTag(), "tag");
            Check.same(data[1] % 20 == 19 ? 6000 : 2, status.getCount(MPI.INT), "count");
        }
        for (int source = 0; source < size; source++) {
            while (next[source] < count) {
                Status status = comm.recv(data, source, MPI.ANY_TAG);
                Check.same(source, status.getSource(), "source");
                Check.same(next[source]++, data[1], "number of message from " + source);
            }
        }
        Request.waitAll(sends);
        comm.barrier();
        for (int dest = 0; dest < size; dest++) {
            comm.send(new int[] {comm.getRank()}, dest, 7);
        }
        boolean[] seen = new boolean[size];
        for (int i = 0; i < size; i++) {
            Status status = comm.recv(data, MPI.ANY_SOURCE, 7);
            Check.same(data[0], status.getSource(), "source");
            Check.that(!seen[data[0]], "one message from " + data[0]);
            seen[data[0]] = true;
        }
    }

    /** A message goes to the receive that was posted first among those that fit. */
    private static void postedOrder(Intracomm comm) {
        int left = left(comm);
        int[][] data = new int[5][1];
        Request[] receives = {
            comm.iRecv(data[0], left, 3),
            comm.iRecv(data[1], MPI.ANY_SOURCE, 4),
            comm.iRecv(data[2], left, MPI.ANY_TAG),
            comm.iRecv(data[3], MPI.ANY_SOURCE, MPI.ANY_TAG),
            comm.iRecv(data[4], left, 4)
        };
        comm.barrier();
        int[] tags = {4, 4, 3, 9, 4};
        int[] goesTo = {1, 2, 0, 3, 4};
        for (int i = 0; i < tags.length; i++) {
            comm.send(new int[] {100 + i}, right(comm), tags[i]);
        }
        Status[] statuses = Request.waitAllStatus(receives);
        for (int i = 0; i < tags.length; i++) {
            Check.same(100 + i, data[goesTo[i]][0], "data of receive " + goesTo[i]);
            Check.same(tags[i], statuses[goesTo[i]].getTag(), "tag of receive " + goesTo[i]);
        }
    }

    private static void probe(Intracomm comm) {
        int right = right(comm);
        int left = left(comm);
        Check.that(comm.iProbe(MPI.ANY_SOURCE, MPI.ANY_TAG) == null, "nothing to see yet");
        comm.barrier();
        comm.send(new double[] {1, 2, 3}, right, 5);
        Request large = comm.iSend(new double[50_000], right, 6);
        for (int i = 0; i < 2; i++) {
            Status status = comm.probe(MPI.ANY_SOURCE, 5);
            Check.same(left, status.getSource(), "source");
            Check.same(5, status.getTag(), "tag");
            Check.same(3, status.getCount(MPI.DOUBLE), "count of doubles");
            Check.same(6, status.getCount(MPI.INT), "count of ints");
        }
        Check.same(50_000, comm.probe(left, 6).getCount(MPI.DOUBLE), "count of the large one");
        Check.that(comm.iProbe(left, 99) == null, "no message with tag 99");
        Status next;
        do {
            next = comm.iProbe(MPI.ANY_SOURCE, MPI.ANY_TAG);
        } while (next == null);
        Check.same(5, next.getTag(), "tag of the earlier one");
        double[] data = new double[3];
        comm.recv(data, left, MPI.ANY_TAG);
        Check.same(3, (long) data[2], "the last value");
        Check.that(comm.iProbe(left, 5) == null, "the message is gone");
        comm.recv(new double[50_000], MPI.ANY_SOURCE, MPI.ANY_TAG);
        large.waitFor();
        comm.barrier();
        comm.send(new byte[7], right, 8);
        Status odd = comm.probe(left, 8);
        Check.same(MPI.UNDEFINED, odd.getCount(MPI.INT), "7 bytes as ints");
        comm.recv(new byte[7], left, 8);
    }

    private static void nobody(Intracomm comm) {
        int[] data = {1, 2};
        comm.send(data, MPI.PROC_NULL, 0);
        comm.sSend(data, 2, MPI.INT, MPI.PROC_NULL, 0);
        checkNobody(comm.recv(data, MPI.PROC_NULL, 0));
        checkNobody(comm.recv(data, 2, MPI.INT, MPI.PROC_NULL, MPI.ANY_TAG));
        checkNobody(comm.probe(MPI.PROC_NULL, 0));
        checkNobody(comm.iProbe(MPI.PROC_NULL, 0));
        checkNobody(comm.sendRecv(data, MPI.PROC_NULL, 0, data, MPI.PROC_NULL, 0));
        comm.iSend(data, MPI.PROC_NULL, 0).waitFor();
        comm.isSend(data, MPI.PROC_NULL, 0).waitFor();
        checkNobody(comm.iRecv(data, MPI.PROC_NULL, 0).waitStatus());
        checkNobody(comm.iRecv(data, MPI.PROC_NULL, 0).testStatus());
        Check.same(1, data[0], "data");
        Check.same(2, data[1], "data");
        int right = comm.getRank() + 1 < comm.getSize() ? comm.getRank() + 1 : MPI.PROC_NULL;
        int left = comm.getRank() - 1 >= 0 ? comm.getRank() - 1 : MPI.PROC_NULL;
        int[] got = {-1};
        comm.sendRecv(new int[] {comm.getRank()}, right, 1, got, left, 1);
        Check.same(left == MPI.PROC_NULL ? -1 : left, got[0], "what came along the open chain");
    }

    private static void checkNobody(Status status) {
        Check.same(MPI.PROC_NULL, status.getSource(), "source");
        Check.same(MPI.ANY_TAG, status.getTag(), "tag");
        Check.same(0, status.getCount(MPI.INT), "count");
    }

    /** The receive is posted only after the sender has looked in vain and said so. */
    private static void synchronous(Intracomm comm) {
        for (int length : new int[] {0, 100, 100_000}) {
            byte[] data = new byte[length];
            Request send = comm.isSend(data, right(comm), 1);
            for (int i = 0; i < 50; i++) {
                Check.that(!send.test(), "a synchronous send of " + length + " bytes waits for its receive");
            }
            comm.send(new byte[0], right(comm), 2);
            comm.recv(new byte[0], left(comm), 2);
            Request receive = comm.iRecv(data.clone(), left(comm), 1);
            send.waitFor();
            receive.waitFor();
        }
    }

    private static void self(Intracomm comm) {
        for (Intracomm it : new Intracomm[] {comm, MPI.COMM_SELF}) {
            int me = it.getRank();
            for (int length : LENGTHS) {
                byte[] got = new byte[length];
                byte[] sent = pattern(length, 5);
                Request receive = it.iRecv(got, me, 3);
                it.send(sent, me, 3);
                Check.same(length, receive.waitStatus().getCount(MPI.BYTE), "count");
                Check.same(-1, java.util.Arrays.mismatch(sent, got), "difference");
                Status status = it.sendRecv(sent, me, 4, new byte[length], me, 4);
                Check.same(me, status.getSource(), "source");
                Request send = it.iSend(sent, me, 5);
                byte[] again = new byte[length];
                it.recv(again, MPI.ANY_SOURCE, 5);
                send.waitFor();
                Check.same(-1, java.util.Arrays.mismatch(sent, again), "difference");
            }
            it.send(new int[] {9}, me, 6);
            int[] got = new int[1];
            it.recv(got, me, 6);
            Check.same(9, got[0], "a short message to oneself, sent before its receive");
        }
    }

    private static void bothDirections(Intracomm comm) {
        int length = 4 << 20;
        byte[][] got = new byte[2][length];
        byte[] data = pattern(length, comm.getRank());
        Request[] requests = {
            comm.iSend(data, right(comm), 1),
            comm.iSend(data, left(comm), 2),
            comm.iRecv(got[0], left(comm), 1),
            comm.iRecv(got[1], right(comm), 2)
        };
        Request.waitAll(requests);
        Check.same(-1, java.util.Arrays.mismatch(pattern(length, left(comm)), got[0]), "from the left");
        Check.same(-1, java.util.Arrays.mismatch(pattern(length, right(comm)), got[1]), "from the right");
    }

    /** Random lengths and tags among all pairs, with both sides knowing what is to come from the same random numbers. */
    private static void random(Intracomm comm) {
        int size = comm.getSize();
        int count = 2000 / size;
        Request[] sends = new Request[size * count];
        Request[] receives = new Request[size * count];
        byte[][] got = new byte[size * count][];
        int[] seeds = new int[size * count];
        for (int i = 0; i < count; i++) {
            for (int peer = 0; peer < size; peer++) {
                int index = i * size + peer;
                int out = (i * size + comm.getRank()) * size + peer;
                sends[index] = comm.iSend(pattern(randomLength(out), out), peer, out % 5);
                int in = (i * size + peer) * size + comm.getRank();
                got[index] = new byte[randomLength(in)];
                seeds[index] = in;
                receives[index] = comm.iRecv(got[index], peer, in % 5);
            }
        }
        Request.waitAll(sends);
        Status[] statuses = Request.waitAllStatus(receives);
        for (int i = 0; i < got.length; i++) {
            Check.same(got[i].length, statuses[i].getCount(MPI.BYTE), "count");
            Check.same(-1, java.util.Arrays.mismatch(pattern(got[i].length, seeds[i]), got[i]), "difference");
        }
    }

    private static int randomLength(int seed) {
        Random random = new Random(seed);
        return random.nextInt(1 << random.nextInt(17));
    }
}
