package io.jmpi.it.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mpi.Intercomm;
import mpi.Intracomm;
import mpi.JavaSerialization;
import mpi.MPI;
import mpi.ObjectCodec;
import mpi.Request;

/** Objects as messages. */
final class ObjectChecks {

    private static final int TAG = 4;
    private static final int LARGE = 5_000_000;

    private ObjectChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("records, collections, null", ObjectChecks::kinds);
        checks.check("an object of 5 MB", ObjectChecks::large);
        checks.check("bcastObject", ObjectChecks::bcast);
        checks.check("gatherObject, scatterObject", ObjectChecks::gatherAndScatter);
        checks.check("allGatherObject, allToAllObject", ObjectChecks::exchange);
        checks.check("reduceObject, allReduceObject", ObjectChecks::reduce);
        checks.check("objects between two groups", ObjectChecks::betweenGroups);
        checks.check("one rank's failure is an error everywhere", ObjectChecks::oneFails);
        checks.check("any source", ObjectChecks::anySource);
        checks.check("objects among other messages", ObjectChecks::amongOthers);
        checks.check("what cannot be written", ObjectChecks::notSerializable);
        checks.check("what may not be read", ObjectChecks::filtered);
        checks.check("another codec", ObjectChecks::codec);
    }

    record Point(int x, double y) implements Serializable {}

    record Shape(String name, List<Point> points, Shape inner) implements Serializable {}

    private static final class Closed {}

    private record Secret(String word) implements Serializable {}

    private static int right(Intracomm comm) {
        return (comm.getRank() + 1) % comm.getSize();
    }

    private static int left(Intracomm comm) {
        return (comm.getRank() + comm.getSize() - 1) % comm.getSize();
    }

    private static void kinds(Intracomm comm) {
        Shape shape = new Shape("outer", List.of(new Point(1, 2.5)), new Shape("inner", List.of(), null));
        Object[] objects = {
            "text",
            42,
            null,
            new Point(7, Double.NaN),
            shape,
            new int[] {1, 2, 3},
            new TreeMap<>(Map.of("key", 1L)),
            List.of()
        };
        for (Object object : objects) {
            comm.sendObject(object, right(comm), TAG);
            Object got = comm.recvObject(left(comm), TAG);
            Check.that(Arrays.deepEquals(new Object[] {object}, new Object[] {got}), object + " arrives as " + got);
        }
        comm.sendObject("lost", MPI.PROC_NULL, TAG);
        Check.that(comm.recvObject(MPI.PROC_NULL, TAG) == null, "nobody sends null");
    }

    private static void large(Intracomm comm) throws Exception {
        byte[] sent = MessageChecks.pattern(LARGE, comm.getRank());
        if (comm.getSize() == 1) {
            byte[] got = comm.bcastObject(sent, 0);
            Check.that(got == sent, "the root gets its own object");
        } else if (comm.getRank() % 2 == 0 && right(comm) != 0) {
            comm.sendObject(new Object[] {sent}, right(comm), TAG);
        } else if (comm.getRank() % 2 == 1) {
            Object[] got = comm.recvObject(left(comm), TAG);
            byte[] expected = MessageChecks.pattern(LARGE, left(comm));
            Check.same(-1, Arrays.mismatch(expected, (byte[]) got[0]), "difference");
        }
    }

    private static void bcast(Intracomm comm) {
        for (int root = 0; root < comm.getSize(); root++) {
            Point point = new Point(root, 1.5);
            Point got = comm.bcastObject(comm.getRank() == root ? point : null, root);
            Check.same(point, got, "object of root " + root);
            Check.that(comm.bcastObject(null, root) == null, "null of root " + root);
        }
        String text = "x".repeat(1_000_000);
        String got = comm.bcastObject(comm.getRank() == 0 ? text : "y", 0);
        Check.same(text, got, "a long text");
    }

    /** Texts of different lengths, and null from the last rank. */
    private static String text(Intracomm comm, int from, int to) {
        return from == comm.getSize() - 1 ? null : "x".repeat(100 * from * from + to) + from + " " + to;
    }

    private static List<String> texts(Intracomm comm, int from) {
        List<String> texts = new ArrayList<>();
        for (int to = 0; to < comm.getSize(); to++) {
            texts.add(text(comm, from, to));
        }
        return texts;
    }

    private static void gatherAndScatter(Intracomm comm) {
        int me = comm.getRank();
        for (int root = 0; root < comm.getSize(); root++) {
            List<String> all = comm.gatherObject(text(comm, me, root), root);
            Check.that((all != null) == (me == root), "a result at the root only");
            for (int from = 0; me == root && from < comm.getSize(); from++) {
                Check.same(text(comm, from, root), all.get(from), "object of " + from + " at root " + root);
            }
            String mine = comm.scatterObject(me == root ? texts(comm, root) : null, root);
            Check.same(text(comm, root, me), mine, "object of root " + root);
        }
    }

    private static void exchange(Intracomm comm) {
        int me = comm.getRank();
        List<String> all = comm.allGatherObject(text(comm, me, 3));
        List<String> mine = comm.allToAllObject(texts(comm, me));
        for (int from = 0; from < comm.getSize(); from++) {
            Check.same(text(comm, from, 3), all.get(from), "gathered from " + from);
            Check.same(text(comm, from, me), mine.get(from), "sent by " + from);
        }
    }

    private static void reduce(Intracomm comm) {
        StringBuilder expected = new StringBuilder();
        for (int rank = 0; rank < comm.getSize(); rank++) {
            expected.append(rank).append(' ');
        }
        String mine = comm.getRank() + " ";
        Check.same(expected.toString(), comm.allReduceObject(mine, String::concat), "in the order of ranks");
        for (int root = 0; root < comm.getSize(); root++) {
            String result = comm.reduceObject(mine, String::concat, root);
            Check.same(comm.getRank() == root ? expected.toString() : null, result, "at root " + root);
        }
    }

    /** Rank 0 on one side, the others on the other. */
    private static void betweenGroups(Intracomm comm) throws Exception {
        if (comm.getSize() == 1) {
            return;
        }
        boolean alone = comm.getRank() == 0;
        Intracomm side = comm.split(alone ? 0 : 1, 0);
        Intercomm inter = comm.createIntercomm(side, 0, alone ? 1 : 0, 9);
        int others = comm.getSize() - 1;
        List<Integer> all = inter.allGatherObject(comm.getRank());
        Check.same(alone ? others : 1, all.size(), "objects of the other group");
        Check.same(alone ? others : 0, (int) all.get(all.size() - 1), "the last of them");
        List<Integer> got = inter.gatherObject(comm.getRank(), alone ? MPI.ROOT : 0);
        Check.same(alone ? others : 0, got == null ? 0 : got.size(), "gathered at the one");
        Integer number = inter.bcastObject(alone ? 17 : null, alone ? MPI.ROOT : 0);
        Check.same(17, (int) number, "from the one to the others");
        Integer back = inter.bcastObject(18, alone ? 0 : comm.getRank() == 1 ? MPI.ROOT : MPI.PROC_NULL);
        Check.same(18, (int) back, "from one of the others to the one");
        List<Integer> swapped = inter.allToAllObject(alone ? range(others) : List.of(comm.getRank()));
        Check.same(alone ? others : comm.getRank() - 1, (int) swapped.get(swapped.size() - 1), "to all");
        Object bad = comm.getRank() == others ? new Closed() : "good";
        boolean mine = comm.getRank() == others;
        Check.fails(mine ? MPI.ERR_ARG : MPI.ERR_OTHER, "write", () -> inter.allGatherObject(bad));
        inter.free();
        side.free();
    }

    private static List<Integer> range(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private static void oneFails(Intracomm comm) throws Exception {
        int bad = comm.getSize() - 1;
        boolean mine = comm.getRank() == bad;
        Object object = mine ? new Closed() : "good";
        int error = mine ? MPI.ERR_ARG : MPI.ERR_OTHER;
        Check.fails(error, "write", () -> comm.bcastObject(object, bad));
        Check.fails(error, "write", () -> comm.gatherObject(object, 0));
        Check.fails(error, "write", () -> comm.allGatherObject(object));
        List<Object> list = Collections.nCopies(comm.getSize(), object);
        Check.fails(error, "write", () -> comm.scatterObject(list, bad));
        Check.fails(error, "write", () -> comm.allToAllObject(list));
        List<Integer> few = mine ? List.of() : range(comm.getSize());
        Check.fails(error, mine ? "one object for each rank" : "write", () -> comm.allToAllObject(few));
        Check.same("good", comm.bcastObject("good", 0), "afterwards");
    }

    private static void anySource(Intracomm comm) {
        comm.sendObject(comm.getRank(), 0, TAG + comm.getRank());
        if (comm.getRank() == 0) {
            boolean[] seen = new boolean[comm.getSize()];
            for (int i = 0; i < seen.length; i++) {
                Integer rank = comm.recvObject(MPI.ANY_SOURCE, MPI.ANY_TAG);
                Check.that(!seen[rank], "one object from " + rank);
                seen[rank] = true;
            }
        }
    }

    /** Posted receives of another tag stay what they are. */
    private static void amongOthers(Intracomm comm) {
        int[] number = new int[1];
        Request receive = comm.iRecv(number, left(comm), 1);
        comm.sendObject(List.of(comm.getRank()), right(comm), 2);
        comm.send(new int[] {17}, right(comm), 1);
        List<Integer> got = comm.recvObject(left(comm), MPI.ANY_TAG);
        Check.same(left(comm), (int) got.get(0), "the object");
        receive.waitFor();
        Check.same(17, number[0], "the number");
    }

    private static void notSerializable(Intracomm comm) throws Exception {
        Check.fails(
                MPI.ERR_ARG,
                "cannot write a " + Closed.class.getName(),
                () -> comm.sendObject(new Closed(), right(comm), TAG));
    }

    private static void filtered(Intracomm comm) throws Exception {
        MPI.setObjectCodec(new JavaSerialization(
                ObjectInputFilter.Config.createFilter(Point.class.getName() + ";java.lang.*;!*")));
        try {
            comm.sendObject(new Point(1, 2), right(comm), TAG);
            comm.sendObject(new Secret("word"), right(comm), TAG);
            comm.sendObject("text", right(comm), TAG);
            Point point = comm.recvObject(left(comm), TAG);
            Check.same(new Point(1, 2), point, "what the filter lets through");
            Check.fails(MPI.ERR_OTHER, "REJECTED", () -> comm.recvObject(left(comm), TAG));
            String text = comm.recvObject(left(comm), TAG);
            Check.same("text", text, "the next message");
        } finally {
            MPI.setObjectCodec(null);
        }
    }

    private static void codec(Intracomm comm) throws Exception {
        MPI.setObjectCodec(new ObjectCodec() {
            @Override
            public void write(Object object, OutputStream out) throws IOException {
                out.write(object.toString().getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public Object read(InputStream in) throws IOException {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
        try {
            comm.sendObject(3.5, right(comm), TAG);
            String number = comm.recvObject(left(comm), TAG);
            Check.same("3.5", number, "all that it has written, and nothing else");
            String text = comm.bcastObject("hello", 0);
            Check.same("hello", text, "what it reads");
            comm.send(new byte[] {1, 2, 3, 99}, 4, MPI.BYTE, right(comm), TAG);
            Check.fails(MPI.ERR_OTHER, "not sent as an object", () -> comm.recvObject(left(comm), TAG));
        } finally {
            MPI.setObjectCodec(null);
        }
    }
}
