package io.jmpi.it.programs;

import mpi.Comm;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Request;

/** Communicators made from others: what they isolate, who is in them, and what is left of them when freed. */
final class CommunicatorChecks {

    private static final int FREED = 5000;

    private CommunicatorChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("dup isolates", CommunicatorChecks::dup);
        checks.check("split by colour and key", CommunicatorChecks::split);
        checks.check("split into single ranks and none", CommunicatorChecks::extremes);
        checks.check("nested split", CommunicatorChecks::nested);
        checks.check("compare", CommunicatorChecks::compare);
        checks.check("many at once", CommunicatorChecks::manyAtOnce);
        checks.check("freed ones are used again", CommunicatorChecks::reuse);
    }

    private static int right(Intracomm comm) {
        return (comm.getRank() + 1) % comm.getSize();
    }

    private static int left(Intracomm comm) {
        return (comm.getRank() + comm.getSize() - 1) % comm.getSize();
    }

    /** A receive in one communicator, posted first, does not see the message of another. */
    private static void dup(Intracomm comm) {
        Intracomm copy = comm.dup();
        Check.same(comm.getRank(), copy.getRank(), "rank");
        Check.same(comm.getSize(), copy.getSize(), "size");
        int[] first = new int[1];
        int[] second = new int[1];
        Request inCopy = copy.iRecv(first, MPI.ANY_SOURCE, MPI.ANY_TAG);
        Request here = comm.iRecv(second, MPI.ANY_SOURCE, MPI.ANY_TAG);
        comm.send(new int[] {1}, right(comm), 3);
        here.waitFor();
        Check.same(1, second[0], "data of the original");
        Check.that(!inCopy.test(), "nothing has been sent in the copy");
        Check.that(copy.iProbe(MPI.ANY_SOURCE, MPI.ANY_TAG) == null, "nothing to probe in the copy");
        comm.barrier();
        copy.send(new int[] {2}, right(comm), 3);
        inCopy.waitFor();
        Check.same(2, first[0], "data of the copy");
        int[] all = new int[comm.getSize()];
        copy.allGather(new int[] {copy.getRank()}, all);
        Check.same(comm.getSize() - 1, all[comm.getSize() - 1], "allGather in the copy");
        copy.free();
    }

    /** Three colours; the key turns the order round. */
    private static void split(Intracomm comm) {
        int me = comm.getRank();
        int size = comm.getSize();
        int colour = me % 3;
        Intracomm part = comm.split(colour, -me);
        int members = (size - colour + 2) / 3;
        Check.same(members, part.getSize(), "size");
        Check.same(members - 1 - me / 3, part.getRank(), "rank");
        int[] all = new int[members];
        part.allGather(new int[] {me}, all);
        for (int i = 0; i < members; i++) {
            Check.same(colour + 3 * (members - 1 - i), all[i], "member " + i);
        }
        int[] got = new int[1];
        mpi.Status status = part.sendRecv(new int[] {me}, right(part), 1, got, MPI.ANY_SOURCE, 1);
        Check.same(left(part), status.getSource(), "source, as a rank of the part");
        Check.same(all[left(part)], got[0], "sender");
        int[] sum = {me};
        part.allReduce(sum, 1, MPI.INT, MPI.SUM);
        int expected = 0;
        for (int member : all) {
            expected += member;
        }
        Check.same(expected, sum[0], "sum over the part");
        part.free();
    }

    private static void extremes(Intracomm comm) {
        int me = comm.getRank();
        Intracomm alone = comm.split(me, 0);
        Check.same(1, alone.getSize(), "size");
        alone.barrier();
        alone.free();
        Intracomm even = comm.split(me % 2 == 0 ? 0 : MPI.UNDEFINED, 0);
        Check.that(even.isNull() == (me % 2 != 0), "odd ranks are in none");
        if (!even.isNull()) {
            Check.same((comm.getSize() + 1) / 2, even.getSize(), "size");
            Check.same(me / 2, even.getRank(), "rank");
            even.barrier();
            even.free();
        }
        Intracomm none = comm.split(MPI.UNDEFINED, 0);
        Check.that(none.isNull(), "nobody is in none");
        Intracomm all = comm.split(Integer.MAX_VALUE, Integer.MIN_VALUE + me);
        Check.same(me, all.getRank(), "rank");
        all.free();
    }

    /** Halves of halves, down to single ranks, all in use together. */
    private static void nested(Intracomm comm) {
        Intracomm whole = comm.dup();
        Intracomm[] levels = new Intracomm[5];
        int depth = 0;
        levels[depth++] = whole;
        while (levels[depth - 1].getSize() > 1) {
            Intracomm outer = levels[depth - 1];
            int half = (outer.getSize() + 1) / 2;
            levels[depth++] = outer.split(outer.getRank() / half, outer.getRank());
        }
        for (int round = 0; round < 3; round++) {
            for (int level = depth - 1; level >= 0; level--) {
                int[] count = {1};
                levels[level].allReduce(count, 1, MPI.INT, MPI.SUM);
                Check.same(levels[level].getSize(), count[0], "members of level " + level);
            }
        }
        for (int level = depth - 1; level >= 0; level--) {
            levels[level].free();
        }
    }

    private static void compare(Intracomm comm) {
        int size = comm.getSize();
        Intracomm copy = comm.dup();
        Intracomm turned = comm.split(0, -comm.getRank());
        Intracomm alone = comm.split(comm.getRank(), 0);
        Check.same(MPI.IDENT, Comm.compare(comm, comm), "itself");
        Check.same(MPI.CONGRUENT, Comm.compare(comm, copy), "a copy");
        Check.same(size == 1 ? MPI.CONGRUENT : MPI.SIMILAR, Comm.compare(comm, turned), "turned round");
        Check.same(size == 1 ? MPI.CONGRUENT : MPI.UNEQUAL, Comm.compare(comm, alone), "a part");
        alone.free();
        turned.free();
        copy.free();
    }

    private static void manyAtOnce(Intracomm comm) {
        Intracomm[] copies = new Intracomm[100];
        Request[] receives = new Request[copies.length];
        int[][] data = new int[copies.length][1];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = (i == 0 ? comm : copies[i - 1]).dup();
            receives[i] = copies[i].iRecv(data[i], left(comm), 0);
        }
        for (int i = copies.length - 1; i >= 0; i--) {
            copies[i].send(new int[] {i}, right(comm), 0);
        }
        Request.waitAll(receives);
        for (int i = 0; i < copies.length; i++) {
            Check.same(i, data[i][0], "message of communicator " + i);
            copies[i].free();
        }
    }

    private static void reuse(Intracomm comm) {
        int count = comm.getSize() <= 2 ? FREED : FREED / 10;
        int[] sum = new int[1];
        for (int i = 0; i < count; i++) {
            Intracomm copy = i % 2 == 0 ? comm.dup() : comm.split(0, comm.getRank());
            if (i % 100 == 0) {
                sum[0] = 1;
                copy.allReduce(sum, 1, MPI.INT, MPI.SUM);
                Check.same(comm.getSize(), sum[0], "sum");
            }
            copy.free();
        }
    }
}
