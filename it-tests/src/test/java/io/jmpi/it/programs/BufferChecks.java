package io.jmpi.it.programs;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import mpi.Datatype;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Request;
import mpi.Status;

/** Every element type from every kind of buffer into every kind of buffer, in all forms of the calls. */
final class BufferChecks {

    private static final int TAG = 2;
    private static final int[] COUNTS = {5, 5000};

    private BufferChecks() {}

    static void addTo(Checks checks) throws Exception {
        for (Datatype type : Elements.TYPES) {
            checks.check("buffers of " + type.getName(), comm -> allKinds(comm, type));
        }
        checks.check("bytes that hold something else", BufferChecks::bytes);
        checks.check("read-only buffers are sent", BufferChecks::readOnly);
    }

    private static void allKinds(Intracomm comm, Datatype type) {
        for (Kind from : Kind.values()) {
            for (Kind to : Kind.values()) {
                if (from.holds(type) && to.holds(type) && isIncluded(comm.getSize(), from, to)) {
                    for (int count : COUNTS) {
                        String what = from + " to " + to + ", " + count + " of " + type.getName();
                        withCountAndType(comm, type, from.make(type, count), to.make(type, count + 2), count, what);
                        whole(comm, type, from.make(type, count + 3), to.make(type, count + 3), count, what);
                        part(comm, type, from.make(type, count + 3), to.make(type, count + 3), count, what);
                    }
                }
            }
        }
    }

    /** All pairs of kinds in small worlds, a third of them in each of the larger ones, for the sake of time. */
    private static boolean isIncluded(int size, Kind from, Kind to) {
        return size <= 2 || (from.ordinal() + to.ordinal() + size) % 3 == 0;
    }

    private static int right(Intracomm comm) {
        return (comm.getRank() + 1) % comm.getSize();
    }

    private static int left(Intracomm comm) {
        return (comm.getRank() + comm.getSize() - 1) % comm.getSize();
    }

    private static void withCountAndType(
            Intracomm comm, Datatype type, Object from, Object to, int count, String what) {
        Elements.fill(from, 0, count, comm.getRank());
        if (from instanceof Buffer buffer) {
            buffer.position(1);
        }
        Request receive = to instanceof Buffer buffer
                ? comm.iRecv(buffer, count + 2, type, left(comm), TAG)
                : comm.iRecv(to, count + 2, type, left(comm), TAG);
        Request send = from instanceof Buffer buffer
                ? comm.iSend(buffer, count, type, right(comm), TAG)
                : comm.iSend(from, count, type, right(comm), TAG);
        send.waitFor();
        Check.same(count, receive.waitStatus().getCount(type), "count, " + what);
        Elements.checkFilled(type, to, 0, count, left(comm), what);
        Elements.checkZeros(to, count, count + 2, what);
        if (from instanceof Buffer buffer) {
            Check.same(1, buffer.position(), "position, " + what);
        }
    }

    /** What lies between position and limit of a buffer; the whole of an array. */
    private static void whole(Intracomm comm, Datatype type, Object from, Object to, int count, String what) {
        int fromOffset = narrow(from, 1, count);
        int toOffset = narrow(to, 2, count);
        int sent = from instanceof Buffer ? count : count + 3;
        int room = to instanceof Buffer ? count : count + 3;
        int length = Math.min(sent, room);
        Elements.fill(widened(from), fromOffset, count + 3 - fromOffset, comm.getRank());
        Object source = sent > room ? Kind.ARRAY.make(type, length) : from;
        if (source != from) {
            Elements.fill(source, 0, length, comm.getRank());
        }
        Status status = comm.sendRecv(source, right(comm), TAG, to, left(comm), TAG);
        Check.same(length, status.getCount(type), "count, " + what);
        Elements.checkFilled(type, widened(to), toOffset, length, left(comm), what);
        Elements.checkZeros(widened(to), 0, toOffset, what);
        Elements.checkZeros(widened(to), toOffset + length, count + 3, what);
    }

    private static int narrow(Object memory, int position, int count) {
        if (memory instanceof Buffer buffer) {
            buffer.limit(position + count).position(position);
            return position;
        }
        return 0;
    }

    private static Object widened(Object memory) {
        return memory instanceof Buffer buffer ? buffer.duplicate().clear() : memory;
    }

    private static void part(Intracomm comm, Datatype type, Object from, Object to, int count, String what) {
        Elements.fill(from, 3, count, comm.getRank());
        Request receive = comm.iRecv(to, 1, count, left(comm), TAG);
        comm.send(from, 3, count, right(comm), TAG);
        Check.same(count, receive.waitStatus().getCount(type), "count, " + what);
        Elements.checkFilled(type, to, 1, count, left(comm), what);
        Elements.checkZeros(to, 0, 1, what);
        Elements.checkZeros(to, 1 + count, count + 3, what);
    }

    private static void bytes(Intracomm comm) {
        double[] values = {comm.getRank() + 0.5, -1e300};
        ByteBuffer got = MPI.newByteBuffer(24);
        Request receive = comm.iRecv(got, 2, MPI.DOUBLE, left(comm), TAG);
        comm.send(values, 2, MPI.DOUBLE, right(comm), TAG);
        Check.same(2, receive.waitStatus().getCount(MPI.DOUBLE), "count");
        Check.that(got.getDouble(0) == left(comm) + 0.5 && got.getDouble(8) == -1e300, "doubles in a ByteBuffer");
        double[] back = new double[2];
        receive = comm.iRecv(back, 2, MPI.DOUBLE, right(comm), TAG);
        comm.send(got, 2, MPI.DOUBLE, left(comm), TAG);
        receive.waitFor();
        Check.that(back[0] == values[0] && back[1] == values[1], "doubles there and back");
    }

    private static void readOnly(Intracomm comm) {
        ByteBuffer data = ByteBuffer.wrap(new byte[] {1, 2, 3}).asReadOnlyBuffer();
        byte[] got = new byte[3];
        Request receive = comm.iRecv(got, left(comm), TAG);
        comm.send(data, right(comm), TAG);
        receive.waitFor();
        Check.same(3, got[2], "the last byte");
    }
}
