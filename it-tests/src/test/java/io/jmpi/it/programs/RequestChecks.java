package io.jmpi.it.programs;

import mpi.Intracomm;
import mpi.MPI;
import mpi.MPIException;
import mpi.Request;
import mpi.Status;

/** Waiting and testing, for one request and for many. */
final class RequestChecks {

    private static final int GO = 999;
    private static final int COUNT = 6;

    private RequestChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("wait and test", RequestChecks::single);
        checks.check("null requests", RequestChecks::nullRequests);
        checks.check("waitAny, in the order of completion", RequestChecks::waitAny);
        checks.check("testAny", RequestChecks::testAny);
        checks.check("waitSome and testSome", RequestChecks::some);
        checks.check("testAll", RequestChecks::testAll);
        checks.check("1000 requests under way", RequestChecks::many);
        checks.check("one after the other, cancelled ones between", RequestChecks::again);
        checks.check("freed requests go on", RequestChecks::freed);
        checks.check("truncation", RequestChecks::truncation);
    }

    private static int right(Intracomm comm) {
        return (comm.getRank() + 1) % comm.getSize();
    }

    private static int left(Intracomm comm) {
        return (comm.getRank() + comm.getSize() - 1) % comm.getSize();
    }

    /** Lets the left neighbour send on; it waits for it with {@link #awaitGo}. */
    private static void go(Intracomm comm) {
        comm.send(new byte[0], left(comm), GO);
    }

    private static void awaitGo(Intracomm comm) {
        comm.recv(new byte[0], right(comm), GO);
    }

    private static Request[] post(Intracomm comm, int[][] data) {
        Request[] receives = new Request[data.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = new int[1];
            receives[i] = comm.iRecv(data[i], left(comm), i);
        }
        return receives;
    }

    private static void send(Intracomm comm, int tag) {
        comm.send(new int[] {100 + tag}, right(comm), tag);
    }

    private static void single(Intracomm comm) {
        int[] data = new int[2];
        Request receive = comm.iRecv(data, left(comm), 1);
        Check.that(!receive.isNull(), "a receive under way is not null");
        Check.that(!receive.test(), "nothing has been sent");
        Check.that(receive.testStatus() == null, "nothing has been sent");
        go(comm);
        awaitGo(comm);
        send(comm, 1);
        Status status = receive.waitStatus();
        Check.same(1, status.getCount(MPI.INT), "count");
        Check.same(left(comm), status.getSource(), "source");
        Check.that(receive.isNull(), "null after completion");
        Request again = comm.iRecv(data, left(comm), 2);
        send(comm, 2);
        Status tested;
        do {
            tested = again.testStatus();
        } while (tested == null);
        Check.same(2, tested.getTag(), "tag");
        Check.that(again.isNull(), "null after completion");
        Request send = comm.iSend(new int[] {1}, right(comm), 3);
        comm.recv(data, left(comm), 3);
        send.waitFor();
        Check.that(send.isNull(), "a send is null after completion");
    }

    private static void nullRequests(Intracomm comm) {
        Check.that(MPI.REQUEST_NULL.isNull(), "REQUEST_NULL is null");
        MPI.REQUEST_NULL.waitFor();
        Check.that(MPI.REQUEST_NULL.test(), "a null request is complete");
        checkEmpty(MPI.REQUEST_NULL.waitStatus(), "waitStatus");
        checkEmpty(MPI.REQUEST_NULL.testStatus(), "testStatus");
        for (Request[] none : new Request[][] {{}, {MPI.REQUEST_NULL, null}}) {
            Request.waitAll(none);
            Check.same(MPI.UNDEFINED, Request.waitAny(none), "waitAny");
            Check.same(MPI.UNDEFINED, Request.testAny(none), "testAny");
            Check.same(MPI.UNDEFINED, Request.waitAnyStatus(none).getIndex(), "waitAnyStatus");
            checkEmpty(Request.testAnyStatus(none), "testAnyStatus");
            Check.that(Request.testAll(none), "testAll");
            Check.same(none.length, Request.waitAllStatus(none).length, "waitAllStatus");
            Check.same(none.length, Request.testAllStatus(none).length, "testAllStatus");
            Check.that(Request.waitSome(none) == null, "waitSome");
            Check.that(Request.testSome(none) == null, "testSome");
            Check.that(Request.waitSomeStatus(none) == null, "waitSomeStatus");
            Check.that(Request.testSomeStatus(none) == null, "testSomeStatus");
        }
        int[] data = new int[1];
        Request[] mixed = {null, comm.iRecv(data, left(comm), 1), MPI.REQUEST_NULL};
        send(comm, 1);
        Check.same(1, Request.waitAny(mixed), "the only one");
        Check.that(mixed[1].isNull(), "null after completion");
    }

    private static void checkEmpty(Status status, String what) {
        Check.same(MPI.ANY_SOURCE, status.getSource(), what + ": source");
        Check.same(MPI.ANY_TAG, status.getTag(), what + ": tag");
        Check.same(0, status.getCount(MPI.BYTE), what + ": count");
    }

    private static void waitAny(Intracomm comm) {
        int[][] data = new int[COUNT][];
        Request[] receives = post(comm, data);
        for (int i = COUNT - 1; i >= 0; i--) {
            go(comm);
            awaitGo(comm);
            send(comm, i);
            if (i % 2 == 0) {
                Check.same(i, Request.waitAny(receives), "index");
            } else {
                Status status = Request.waitAnyStatus(receives);
                Check.same(i, status.getIndex(), "index");
                Check.same(i, status.getTag(), "tag");
                Check.same(left(comm), status.getSource(), "source");
            }
            Check.same(100 + i, data[i][0], "data");
        }
        Check.same(MPI.UNDEFINED, Request.waitAny(receives), "all are null");
    }

    private static void testAny(Intracomm comm) {
        int[][] data = new int[COUNT][];
        Request[] receives = post(comm, data);
        Check.same(MPI.UNDEFINED, Request.testAny(receives), "nothing has been sent");
        Check.that(Request.testAnyStatus(receives) == null, "nothing has been sent");
        comm.barrier();
        for (int i = 0; i < COUNT; i++) {
            send(comm, i);
        }
        boolean[] seen = new boolean[COUNT];
        for (int found = 0; found < COUNT; ) {
            int index;
            if (found % 2 == 0) {
                index = Request.testAny(receives);
            } else {
                Status status = Request.testAnyStatus(receives);
                index = status == null ? MPI.UNDEFINED : status.getIndex();
            }
            if (index != MPI.UNDEFINED) {
                Check.that(!seen[index], "each once");
                seen[index] = true;
                Check.same(100 + index, data[index][0], "data");
                found++;
            }
        }
    }

    private static void some(Intracomm comm) {
        int[][] data = new int[COUNT][];
        Request[] receives = post(comm, data);
        Check.same(0, Request.testSome(receives).length, "nothing has been sent");
        Check.same(0, Request.testSomeStatus(receives).length, "nothing has been sent");
        go(comm);
        awaitGo(comm);
        send(comm, 4);
        int[] first = Request.waitSome(receives);
        Check.same(1, first.length, "number of completed");
        Check.same(4, first[0], "index");
        comm.barrier();
        for (int i = 0; i < COUNT; i++) {
            if (i != 4) {
                send(comm, i);
            }
        }
        int found = 1;
        while (found < COUNT) {
            Status[] statuses = found % 2 == 0 ? Request.waitSomeStatus(receives) : Request.testSomeStatus(receives);
            for (Status status : statuses) {
                Check.same(status.getIndex(), status.getTag(), "index");
                Check.same(100 + status.getTag(), data[status.getIndex()][0], "data");
                Check.that(receives[status.getIndex()].isNull(), "null after completion");
                found++;
            }
        }
        Check.that(Request.waitSome(receives) == null, "all are null");
    }

    private static void testAll(Intracomm comm) {
        int[][] data = new int[COUNT][];
        Request[] receives = post(comm, data);
        for (int i = 1; i < COUNT; i++) {
            send(comm, i);
        }
        Check.that(!Request.testAll(receives), "one has not been sent");
        Check.that(Request.testAllStatus(receives) == null, "one has not been sent");
        Check.that(!receives[1].isNull(), "all stay as they are");
        go(comm);
        awaitGo(comm);
        send(comm, 0);
        Status[] statuses;
        do {
            statuses = Request.testAllStatus(receives);
        } while (statuses == null);
        for (int i = 0; i < COUNT; i++) {
            Check.same(i, statuses[i].getTag(), "tag");
            Check.same(100 + i, data[i][0], "data");
            Check.that(receives[i].isNull(), "null after completion");
        }
        receives = post(comm, data);
        for (int i = 0; i < COUNT; i++) {
            send(comm, i);
        }
        while (!Request.testAll(receives)) {
            Thread.onSpinWait();
        }
        Check.that(receives[0].isNull(), "null after completion");
    }

    private static void many(Intracomm comm) {
        int count = 1000;
        long[][] data = new long[count][];
        Request[] requests = new Request[2 * count];
        for (int i = 0; i < count; i++) {
            data[i] = new long[i % 10 == 9 ? 4000 : 4];
            requests[i] = comm.iRecv(data[i], left(comm), i);
        }
        for (int i = count - 1; i >= 0; i--) {
            long[] sent = new long[data[i].length];
            sent[sent.length - 1] = i;
            requests[count + i] = comm.iSend(sent, right(comm), i);
        }
        Status[] statuses = Request.waitAllStatus(requests);
        for (int i = 0; i < count; i++) {
            Check.same(data[i].length, statuses[i].getCount(MPI.LONG), "count of " + i);
            Check.same(i, data[i][data[i].length - 1], "data of " + i);
            checkEmpty(statuses[count + i], "status of a send");
        }
    }

    /** What has been received stays as it was, whatever is received afterwards. */
    private static void again(Intracomm comm) {
        int rounds = 5;
        int count = 300;
        Status[][] statuses = new Status[rounds][];
        Request old = null;
        for (int round = 0; round < rounds; round++) {
            Request[] receives = new Request[count];
            byte[][] data = new byte[count][];
            for (int i = 0; i < count; i++) {
                data[i] = new byte[1 + i % 3 + round];
                receives[i] = comm.iRecv(data[i], left(comm), i);
            }
            Request hopeless = comm.iRecv(new byte[1], left(comm), count + 1);
            Check.that(old == null || old.isNull() && old.test(), "a request that has been completed stays null");
            old = receives[round];
            for (int i = 0; i < count; i++) {
                comm.send(new byte[1 + i % 3], right(comm), i);
            }
            statuses[round] = Request.waitAllStatus(receives);
            hopeless.cancel();
            Check.that(hopeless.waitStatus().isCancelled(), "a receive of nothing can be cancelled");
            Check.same(
                    1,
                    comm.sendRecv(new byte[1], right(comm), count, new byte[9], left(comm), count)
                            .getCount(MPI.BYTE),
                    "count of an exchange");
        }
        for (Status[] round : statuses) {
            for (int i = 0; i < count; i++) {
                Check.same(i, round[i].getTag(), "tag");
                Check.same(left(comm), round[i].getSource(), "source");
                Check.same(1 + i % 3, round[i].getCount(MPI.BYTE), "count");
                Check.that(!round[i].isCancelled(), "none of these was cancelled");
            }
        }
    }

    private static void freed(Intracomm comm) {
        byte[] large = MessageChecks.pattern(200_000, comm.getRank());
        Request send = comm.iSend(large, right(comm), 1);
        send.free();
        Check.that(send.isNull(), "null when freed");
        byte[] got = new byte[large.length];
        comm.recv(got, left(comm), 1);
        Check.same(-1, java.util.Arrays.mismatch(MessageChecks.pattern(200_000, left(comm)), got), "difference");
    }

    /** The call says what was too long; what fits has been received; later messages are not touched by it. */
    private static void truncation(Intracomm comm) throws Exception {
        for (int count : new int[] {100, 100_000}) {
            int[] sent = new int[count];
            java.util.Arrays.fill(sent, 7);
            Request[] sends = {
                comm.iSend(sent, right(comm), 1), comm.iSend(sent, right(comm), 2), comm.iSend(sent, right(comm), 3)
            };
            String words = 4 * count + " bytes from rank " + left(comm) + " with tag ";
            int[] got = new int[count];
            Check.fails(MPI.ERR_TRUNCATE, words + 1, () -> comm.recv(got, 10, MPI.INT, left(comm), 1));
            Check.same(7, got[9], "the last that fits");
            Check.same(0, got[10], "the first that does not fit");
            Request receive = comm.iRecv(got, 9, MPI.INT, left(comm), 2);
            Check.fails(MPI.ERR_TRUNCATE, words + 2, receive::waitFor);
            Check.that(receive.isNull(), "null after failure");
            Request[] receives = {MPI.REQUEST_NULL, comm.iRecv(got, 8, MPI.INT, left(comm), 3)};
            try {
                Request.waitAll(receives);
                throw new AssertionError("no exception");
            } catch (MPIException e) {
                Check.same(MPI.ERR_IN_STATUS, e.getErrorClass(), "error class of waitAll");
                Check.that(e.getMessage().contains("request 1 of 2"), "says which: " + e.getMessage());
                Check.same(
                        MPI.ERR_TRUNCATE, ((MPIException) e.getCause()).getErrorClass(), "error class of the request");
            }
            Request.waitAll(sends);
            comm.sendRecv(new int[] {5}, right(comm), 4, got, left(comm), 4);
            Check.same(5, got[0], "the next message");
        }
    }
}
