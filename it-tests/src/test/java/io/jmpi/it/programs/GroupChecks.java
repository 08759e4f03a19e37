package io.jmpi.it.programs;

import java.util.Arrays;
import mpi.Comm;
import mpi.Group;
import mpi.Info;
import mpi.Intercomm;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Request;
import mpi.Status;

/** Groups and their arithmetic, communicators made from them, what is kept with communicators, and two groups joined. */
final class GroupChecks {

    private GroupChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("set operations", GroupChecks::sets);
        checks.check("ranges", GroupChecks::ranges);
        checks.check("create and createGroup", GroupChecks::create);
        checks.check("splitType", GroupChecks::splitType);
        checks.check("iDup", GroupChecks::iDup);
        checks.check("names, hints, attributes, error handlers", GroupChecks::properties);
        checks.check("inter-communicator", GroupChecks::inter);
        checks.check("collectives between two groups", GroupChecks::interCollectives);
        checks.check("merge", GroupChecks::merge);
    }

    private static Group range(Group all, int from, int to) {
        return all.incl(range(from, to));
    }

    private static int[] range(int from, int to) {
        int[] ranks = new int[Math.max(0, to - from)];
        Arrays.setAll(ranks, i -> from + i);
        return ranks;
    }

    private static void expect(int[] expected, Group group, Group all, String what) {
        int[] ranks = Group.translateRanks(group, range(0, group.getSize()), all);
        Check.that(Arrays.equals(expected, ranks), what + ": " + Arrays.toString(ranks));
    }

    private static void sets(Intracomm comm) throws Exception {
        int size = comm.getSize();
        int me = comm.getRank();
        Group all = comm.getGroup();
        Check.same(size, all.getSize(), "size");
        Check.same(me, all.getRank(), "rank");
        Group low = range(all, 0, size / 2 + 1);
        Group high = range(all, size / 2, size);
        expect(range(0, size), Group.union(low, high), all, "union");
        expect(new int[] {size / 2}, Group.intersection(low, high), all, "intersection");
        expect(range(0, size / 2), Group.difference(low, high), all, "difference");
        expect(range(size / 2 + 1, size), Group.difference(high, low), all, "difference");
        Check.same(MPI.IDENT, Group.compare(all, all.incl(range(0, size))), "itself");
        int[] turned = new int[size];
        Arrays.setAll(turned, i -> size - 1 - i);
        Check.same(size == 1 ? MPI.IDENT : MPI.SIMILAR, Group.compare(all, all.incl(turned)), "turned");
        Check.same(MPI.UNEQUAL, Group.compare(all, MPI.GROUP_EMPTY), "empty");
        Check.same(size - 1 - me, all.incl(turned).getRank(), "rank in the turned one");
        expect(range(1, size), all.excl(new int[] {0}), all, "excl");
        int[] translated = Group.translateRanks(all, new int[] {0, MPI.PROC_NULL}, range(all, 1, size));
        Check.same(MPI.UNDEFINED, translated[0], "not there");
        Check.same(MPI.PROC_NULL, translated[1], "nobody");
        Check.same(MPI.UNDEFINED, MPI.GROUP_EMPTY.getRank(), "rank in the empty one");
        Check.fails(MPI.ERR_RANK, "rank=" + size, () -> all.incl(new int[] {size}));
        Check.fails(MPI.ERR_RANK, "twice", () -> all.incl(new int[] {0, 0}));
        Check.fails(MPI.ERR_GROUP, "cannot be freed", MPI.GROUP_EMPTY::free);
        low.free();
        Check.that(low.isNull(), "null after free");
        Check.fails(MPI.ERR_GROUP, "null", low::getSize);
    }

    private static void ranges(Intracomm comm) throws Exception {
        int size = comm.getSize();
        Group all = comm.getGroup();
        int[] even = new int[(size + 1) / 2];
        Arrays.setAll(even, i -> 2 * i);
        expect(even, all.rangeIncl(new int[][] {{0, size - 1, 2}}), all, "rangeIncl");
        int[] down = new int[size];
        Arrays.setAll(down, i -> size - 1 - i);
        expect(down, all.rangeIncl(new int[][] {{size - 1, 0, -1}}), all, "downwards");
        expect(even, all.rangeExcl(new int[][] {{1, size - 1, 2}}), all, "rangeExcl");
        Check.fails(MPI.ERR_ARG, "stride", () -> all.rangeIncl(new int[][] {{0, 0, 0}}));
        Check.fails(MPI.ERR_RANK, "twice", () -> all.rangeIncl(new int[][] {{0, size - 1, 1}, {0, 0, 1}}));
    }

    private static void checkSum(Intracomm comm, int expected) {
        int[] count = {1};
        comm.allReduce(count, 1, MPI.INT, MPI.SUM);
        Check.same(expected, count[0], "members");
    }

    private static void create(Intracomm comm) throws Exception {
        int size = comm.getSize();
        int me = comm.getRank();
        Group all = comm.getGroup();
        Group odd = all.rangeIncl(new int[][] {{1, size - 1, 2}});
        Group even = all.rangeExcl(new int[][] {{1, size - 1, 2}});
        Intracomm some = comm.create(odd);
        Check.that(some.isNull() == (me % 2 == 0), "odd ranks only");
        Intracomm part = comm.create(me % 2 == 0 ? even : odd);
        checkSum(part, me % 2 == 0 ? even.getSize() : odd.getSize());
        Check.same(me / 2, part.getRank(), "rank");
        if (!some.isNull()) {
            Intracomm again = comm.createGroup(odd, 5);
            checkSum(again, odd.getSize());
            Check.same(MPI.CONGRUENT, Comm.compare(again, some), "the same members");
            again.free();
            some.free();
        }
        Intracomm own = comm.createGroup(all.incl(new int[] {me}), 0);
        checkSum(own, 1);
        own.free();
        if (size > 1) {
            Group other = all.incl(new int[] {(me + 1) % size});
            Intracomm alone = comm.split(me, 0);
            Check.fails(MPI.ERR_GROUP, "not in this communicator", () -> alone.create(other));
            alone.free();
        }
        part.free();
    }

    private static void splitType(Intracomm comm) throws Exception {
        Intracomm node = comm.splitType(Comm.TYPE_SHARED, -comm.getRank(), MPI.INFO_NULL);
        int neighbours = Integer.parseInt(System.getenv().getOrDefault("JMPI_LOCAL_SIZE", "1"));
        int place = Integer.parseInt(System.getenv().getOrDefault("JMPI_LOCAL_RANK", "0"));
        checkSum(node, neighbours);
        Check.same(neighbours - 1 - place, node.getRank(), "by key");
        node.free();
        Check.that(comm.splitType(MPI.UNDEFINED, 0, null).isNull(), "none");
        Check.fails(MPI.ERR_ARG, "splitType=77", () -> comm.splitType(77, 0, null));
    }

    private static void iDup(Intracomm comm) {
        Intracomm[] copies = new Intracomm[10];
        Request[] requests = new Request[copies.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = comm.iDup();
            requests[i] = copies[i].getRequest();
        }
        Intracomm blocking = comm.dup();
        for (int i = copies.length - 1; i >= 0; i--) {
            requests[i].waitFor();
            Check.same(MPI.CONGRUENT, Comm.compare(comm, copies[i]), "a copy");
            checkSum(copies[i], comm.getSize());
        }
        checkSum(blocking, comm.getSize());
        for (Intracomm copy : copies) {
            copy.free();
        }
        Check.that(blocking.getRequest().isNull(), "no request");
        Comm clone = blocking.clone();
        Check.same(MPI.CONGRUENT, Comm.compare(blocking, clone), "a clone");
        clone.free();
        blocking.disconnect();
        Check.that(blocking.isNull(), "null after disconnect");
    }

    private static void properties(Intracomm comm) throws Exception {
        Check.same("MPI_COMM_WORLD", MPI.COMM_WORLD.getName(), "name");
        int key = Comm.createKeyval();
        comm.setAttr(key, "kept");
        Info info = new Info();
        info.set("colour", "blue");
        info.set("shape", "round");
        Intracomm copy = comm.dupWithInfo(info);
        copy.setErrhandler(MPI.ERRORS_RETURN);
        Check.same("", copy.getName(), "no name");
        copy.setName("mine");
        Check.same("mine", copy.getName(), "name");
        Check.same("kept", copy.getAttr(key), "copied attribute");
        copy.deleteAttr(key);
        Check.that(copy.getAttr(key) == null, "deleted attribute");
        Check.same("kept", comm.getAttr(key), "attribute of the original");
        comm.deleteAttr(key);
        Check.fails(MPI.ERR_KEYVAL, "keyval=" + key, () -> comm.deleteAttr(key));
        Comm.freeKeyval(key);
        Check.fails(MPI.ERR_KEYVAL, "keyval=" + key, () -> comm.setAttr(key, 1));
        Check.same(MPI.TAG_UB, comm.getAttr(MPI.TAG_UB), "predefined attribute");
        Check.same("blue", copy.getInfo().get("colour"), "hint");
        Check.same("shape", copy.getInfo().getKey(1), "key");
        info.delete("colour");
        Check.same(1, info.size(), "hints");
        Check.that(info.get("colour") == null, "no hint");
        Check.fails(MPI.ERR_INFO_NOKEY, "colour", () -> info.delete("colour"));
        Check.fails(MPI.ERR_INFO, "null", () -> MPI.INFO_NULL.set("a", "b"));
        info.free();
        Check.that(info.isNull() && copy.getInfo().size() == 2, "a copy is kept");
        copy.callErrhandler(MPI.ERR_OTHER);
        Check.same(MPI.ERRORS_RETURN, copy.getErrhandler(), "error handler");
        Check.same(MPI.ERRORS_ARE_FATAL, comm.getErrhandler(), "error handler");
        copy.free();
    }

    /** Two thirds of the ranks and the rest; null where there is one rank only. */
    private static Intercomm halves(Intracomm comm) {
        int size = comm.getSize();
        int me = comm.getRank();
        if (size == 1) {
            return null;
        }
        int first = first(size);
        Intracomm half = comm.split(me < first ? 0 : 1, me);
        Intercomm inter = comm.createIntercomm(half, half.getSize() - 1, me < first ? size - 1 : first - 1, 3);
        half.free();
        return inter;
    }

    private static int first(int size) {
        return Math.max(1, size * 2 / 3);
    }

    private static void inter(Intracomm comm) throws Exception {
        Intercomm inter = halves(comm);
        if (inter == null) {
            return;
        }
        int size = comm.getSize();
        int me = comm.getRank();
        int first = first(size);
        boolean low = me < first;
        Check.that(inter.isInter() && !comm.isInter(), "inter");
        Check.same(low ? first : size - first, inter.getSize(), "size");
        Check.same(low ? size - first : first, inter.getRemoteSize(), "remote size");
        Check.same(low ? me : me - first, inter.getRank(), "rank");
        Check.same(
                low ? first : 0, Group.translateRanks(inter.getRemoteGroup(), new int[] {0}, comm.getGroup())[0], "0'");
        Intercomm copy = inter.dup();
        Intercomm later = inter.iDup();
        later.getRequest().waitFor();
        Check.same(MPI.CONGRUENT, Comm.compare(inter, copy), "a copy");
        Check.same(MPI.CONGRUENT, Comm.compare(inter, later), "a copy");
        Check.same(MPI.UNEQUAL, Comm.compare(inter, comm), "another kind");
        for (Intercomm each : new Intercomm[] {inter, copy, later}) {
            Request[] sends = new Request[each.getRemoteSize()];
            for (int peer = 0; peer < sends.length; peer++) {
                sends[peer] = each.iSend(new int[] {me}, peer, 1);
            }
            for (int peer = 0; peer < sends.length; peer++) {
                int[] got = new int[1];
                Status status = each.recv(got, 1, MPI.INT, peer, 1);
                Check.same(peer, status.getSource(), "source");
                Check.same(low ? first + peer : peer, got[0], "data");
            }
            Request.waitAll(sends);
        }
        Check.fails(MPI.ERR_RANK, "destination", () -> inter.send(new int[1], inter.getRemoteSize(), 0));
        Check.fails(MPI.ERR_COMM, "not for inter", () -> inter.allReduce(new int[1], 1, MPI.INT, MPI.SUM));
        later.free();
        copy.free();
        inter.free();
    }

    private static void interCollectives(Intracomm comm) {
        Intercomm inter = halves(comm);
        if (inter == null) {
            return;
        }
        int size = comm.getSize();
        int first = first(size);
        boolean low = comm.getRank() < first;
        int here = inter.getSize();
        int there = inter.getRemoteSize();
        int shift = low ? first : 0;
        int sum = 0;
        for (int peer = 0; peer < there; peer++) {
            sum += shift + peer;
        }
        int me = comm.getRank();
        for (int count : new int[] {1, 5000}) {
            inter.barrier();
            int[] mine = new int[count];
            Arrays.fill(mine, me);
            int[] got = new int[count];
            inter.allReduce(mine, got, count, MPI.INT, MPI.SUM);
            all(sum, got, 0, count, "allReduce");
            int[] every = new int[there * count];
            inter.allGather(mine, count, MPI.INT, every, count, MPI.INT);
            ranks(every, there, count, shift, "allGather");
            Arrays.fill(every, 0);
            int[] out = new int[there * count];
            Arrays.fill(out, me);
            inter.iAllToAll(out, count, MPI.INT, every, count, MPI.INT).waitFor();
            ranks(every, there, count, shift, "iAllToAll");
            int[] whole = new int[here * there * count];
            Arrays.fill(whole, me);
            int[] part = new int[there * count];
            inter.reduceScatterBlock(whole, part, there * count, MPI.INT, MPI.SUM);
            all(sum, part, 0, there * count, "reduceScatterBlock");
            for (int root = 0; root < first; root++) {
                int role = low ? (me == root ? MPI.ROOT : MPI.PROC_NULL) : root;
                int[] data = new int[count];
                Arrays.fill(data, me == root ? 77 : 0);
                inter.bcast(data, count, MPI.INT, role);
                all(low && me != root ? 0 : 77, data, 0, count, "bcast");
                inter.reduce(mine, got, count, MPI.INT, MPI.SUM, role);
                if (me == root) {
                    all(sum, got, 0, count, "reduce");
                }
                inter.gather(mine, count, MPI.INT, every, count, MPI.INT, role);
                if (me == root) {
                    ranks(every, there, count, shift, "gather");
                }
                inter.iScatter(every, count, MPI.INT, got, count, MPI.INT, role).waitFor();
                if (!low) {
                    all(me, got, 0, count, "iScatter");
                }
            }
        }
        inter.free();
    }

    private static void all(int expected, int[] data, int from, int count, String what) {
        for (int i = from; i < from + count; i++) {
            Check.same(expected, data[i], what + ", element " + i);
        }
    }

    private static void ranks(int[] data, int ranks, int count, int shift, String what) {
        for (int rank = 0; rank < ranks; rank++) {
            all(shift + rank, data, rank * count, count, what);
        }
    }

    private static void merge(Intracomm comm) {
        Intercomm inter = halves(comm);
        if (inter == null) {
            return;
        }
        int size = comm.getSize();
        int me = comm.getRank();
        int first = first(size);
        Intracomm same = inter.merge(me >= first);
        Check.same(MPI.CONGRUENT, Comm.compare(comm, same), "in order");
        Intracomm turned = inter.merge(me < first);
        Check.same(me < first ? size - first + me : me - first, turned.getRank(), "turned");
        Intracomm equal = inter.merge(true);
        Check.same(me, equal.getRank(), "lowest first");
        checkSum(turned, size);
        equal.free();
        turned.free();
        same.free();
        inter.free();
    }
}
