package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.coll.Staging;
import io.jmpi.collectives.Schedule;
import io.jmpi.data.UserMemory;

/**
 * Blocks that have a datatype each and lie anywhere in a buffer: what the w-forms of collectives exchange. They travel as
 * bytes, one after the other, in memory of their own.
 */
final class TypedBlocks {

    private final Object buf;
    private final int[] displs;
    private final Datatype[] types;
    private final int[] lengths;
    private final int[] places;
    private final byte[] packed;

    /** @param displs in bytes */
    private TypedBlocks(int blocks, Object buf, int[] counts, int[] displs, Datatype[] types, boolean written) {
        require(blocks, counts, displs, types);
        this.buf = buf;
        this.displs = displs.clone();
        this.types = types.clone();
        this.lengths = new int[blocks];
        this.places = new int[blocks];
        long end = 0;
        for (int block = 0; block < blocks; block++) {
            places[block] = (int) end;
            if (counts[block] != 0) {
                lengths[block] = length(buf, counts[block], displs[block], types[block], written);
                end += lengths[block];
            }
            if (end > Integer.MAX_VALUE - 8) {
                throw new MPIException(
                        MPI.ERR_COUNT,
                        "the blocks are too long together: more than " + (Integer.MAX_VALUE - 8) + " bytes");
            }
        }
        this.packed = new byte[(int) end];
    }

    private static void require(int blocks, int[] counts, int[] displs, Datatype[] types) {
        if (counts == null
                || displs == null
                || types == null
                || counts.length < blocks
                || displs.length < blocks
                || types.length < blocks) {
            throw new MPIException(
                    MPI.ERR_ARG, "counts, displacements and types must have an entry for each of " + blocks + " ranks");
        }
    }

    private static int length(Object buf, int count, int displ, Datatype type, boolean written) {
        Arguments.type(type);
        UserMemory memory = Arguments.memory(buf);
        int step = memory.element().size();
        if (displ % step != 0) {
            throw new MPIException(
                    MPI.ERR_ARG,
                    "displacements are bytes: displ=" + displ + " is no multiple of the " + step
                            + " bytes of an element of a " + buf.getClass().getSimpleName());
        }
        if (written) {
            Arguments.writable(buf, 0, 0, type);
        } else {
            Arguments.buffer(buf, 0, 0, type);
        }
        if (count < 0) {
            throw new MPIException(MPI.ERR_COUNT, "counts must not be negative: count=" + count);
        }
        Arguments.derived(buf, memory, displ, count, type);
        return Math.toIntExact(type.bytes(count));
    }

    private void pack() {
        for (int block = 0; block < lengths.length; block++) {
            if (lengths[block] != 0) {
                UserMemory.copyBetween(
                        types[block].packed(buf, displs[block]), 0, packed, places[block], lengths[block]);
            }
        }
    }

    private void unpack() {
        for (int block = 0; block < lengths.length; block++) {
            if (lengths[block] != 0) {
                UserMemory.copyBetween(
                        packed, places[block], types[block].packed(buf, displs[block]), 0, lengths[block]);
            }
        }
    }

    static <R> R allToAllw(
            Way<R> way,
            Communicator comm,
            Object sendBuf,
            int[] sendCounts,
            int[] sDispls,
            Datatype[] sendTypes,
            Object recvBuf,
            int[] recvCounts,
            int[] rDispls,
            Datatype[] recvTypes) {
        int ranks = comm.peers().size();
        TypedBlocks out = new TypedBlocks(ranks, sendBuf, sendCounts, sDispls, sendTypes, false);
        TypedBlocks in = new TypedBlocks(ranks, recvBuf, recvCounts, rDispls, recvTypes, true);
        return run(
                way, comm, comm.schedules().allToAllv(out.lengths, out.places, in.lengths, in.places, false), out, in);
    }

    /** Blocks of a buffer, of which those without elements do not matter. */
    static TypedBlocks of(int blocks, Object buf, int[] counts, int[] displs, Datatype[] types, boolean written) {
        return new TypedBlocks(blocks, buf, counts, displs, types, written);
    }

    /** Bytes of each block. */
    int[] lengths() {
        return lengths;
    }

    /** Where each block is in the memory in which it travels. */
    int[] places() {
        return places;
    }

    static <R> R run(Way<R> way, Communicator comm, Schedule schedule, TypedBlocks out, TypedBlocks in) {
        return way.run(comm, schedule, MPI.BYTE.element(), 1, new Copies(out, in), null);
    }

    /** Packs before, unpacks afterwards. */
    private record Copies(TypedBlocks out, TypedBlocks in) implements Staging {

        @Override
        public void load() {
            out.pack();
        }

        @Override
        public Object input() {
            return out.packed;
        }

        @Override
        public Object output() {
            return in.packed;
        }

        @Override
        public void store() {
            in.unpack();
        }
    }
}
