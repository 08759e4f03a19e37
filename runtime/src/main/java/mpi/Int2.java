package mpi;

/**
 * Pairs of an int and the index it belongs to, for reductions to the least or the greatest value and its place. The datatype
 * is {@link MPI#INT2}.
 */
public final class Int2 extends Struct {

    /** As in C. */
    private static final int INDEX_OFFSET = 4;

    private final int value = addInt();
    private final int index = setOffset(INDEX_OFFSET).addInt();

    Int2() {}

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
         * @return an int
         */
        public int getValue() {
            return getInt(value);
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
         * @param v an int
         */
        public void putValue(int v) {
            putInt(value, v);
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
