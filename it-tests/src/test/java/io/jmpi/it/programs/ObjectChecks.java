package io.jmpi.it.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static void codec(Intracomm comm) {
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
            byte[] bytes = new byte[3];
            Check.same(3, comm.recv(bytes, left(comm), TAG).getCount(MPI.BYTE), "bytes of the codec");
            String text = comm.bcastObject("hello", 0);
            Check.same("hello", text, "what it reads");
        } finally {
            MPI.setObjectCodec(null);
        }
    }
}
