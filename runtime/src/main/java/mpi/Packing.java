package mpi;

/** Items to and from the bytes they are in a message (MPI 4.1, 5.2): what pack, unpack and packSize do. */
final class Packing {

    private Packing() {}

    static int pack(Object inbuf, int incount, Datatype type, byte[] outbuf, int position) {
        Cargo items = Cargo.outgoing(inbuf, incount, type);
        int end = end(items.length(), outbuf, position);
        items.copyTo(outbuf, position);
        return end;
    }

    static int unpack(byte[] inbuf, int position, Object outbuf, int outcount, Datatype type) {
        Cargo items = Cargo.incoming(outbuf, outcount, type);
        int end = end(items.length(), inbuf, position);
        items.copyFrom(inbuf, position);
        return end;
    }

    private static int end(long length, byte[] packed, int position) {
        if (packed == null) {
            throw new MPIException(MPI.ERR_BUFFER, "the buffer of packed bytes is null");
        }
        if (position < 0) {
            throw new MPIException(MPI.ERR_ARG, "the position must not be negative: position=" + position);
        }
        if (position + length > packed.length) {
            throw new MPIException(
                    MPI.ERR_TRUNCATE,
                    length + " bytes from position=" + position + " on do not fit a byte[" + packed.length
                            + "]; packSize tells what is needed");
        }
        return (int) (position + length);
    }

    static int size(int count, Datatype type) {
        Arguments.type(type);
        if (count < 0) {
            throw new MPIException(MPI.ERR_COUNT, "count must not be negative: count=" + count);
        }
        long bytes = type.bytes(count);
        if (bytes > Integer.MAX_VALUE) {
            throw new MPIException(
                    MPI.ERR_COUNT, count + " of " + type + " are " + bytes + " bytes, more than a byte[] holds");
        }
        return (int) bytes;
    }
}
