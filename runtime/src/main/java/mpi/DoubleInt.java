package mpi;

/**
 * Pairs of a double and the index it belongs to, for reductions to the least or the greatest value and its place. The datatype
 * is {@link MPI#DOUBLE_INT}.
 */
public final class DoubleInt extends Struct {

    /** As in C. */
    private static final int INDEX_OFFSET = 8;

    private final int value = addDouble();
    private final int index = setOffset(INDEX_OFFSET).addInt();

    DoubleInt() {}

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
         * @return a double
         */
        public double getValue() {
            return getDouble(value);
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
         * @param v a double
         */
        public void putValue(double v) {
            putDouble(value, v);
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
