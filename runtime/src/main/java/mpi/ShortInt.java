package mpi;

/**
 * Pairs of a short and the index it belongs to, for reductions to the least or the greatest value and its place. The datatype
 * is {@link MPI#SHORT_INT}.
 */
public final class ShortInt extends Struct {

    /** As in C. */
    private static final int INDEX_OFFSET = 4;

    private final int value = addShort();
    private final int index = setOffset(INDEX_OFFSET).addInt();

    ShortInt() {}

    @Override
    protected Data newData() {
        return new Data();
    }

    /** Access to one pair. */
    public final class Data extends Struct.Data {

        private Data() {}

        /**
         * The value.
         *
         * @return a short
         */
        public short getValue() {
            return getShort(value);
        }

        /**
         * The index that the value belongs to.
         *
         * @return an int
         */
        public int getIndex() {
            return getInt(index);
        }

        /**
         * Changes the value.
         *
         * @param v a short
         */
        public void putValue(short v) {
            putShort(value, v);
        }

        /**
         * Changes the index.
         *
         * @param v an int
         */
        public void putIndex(int v) {
            putInt(index, v);
        }
    }
}
