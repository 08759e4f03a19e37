package mpi;

/** A number of elements that an int may be too small for. May be changed, by one thread. */
public final class Count implements Comparable<Object> {

    private long count;

    /**
     * A number.
     *
     * @param count its value
     */
    public Count(long count) {
        this.count = count;
    }

    /**
     * The number.
     *
     * @return its value
     */
    public long getCount() {
        return count;
    }

    /**
     * Changes the number.
     *
     * @param count the new value
     */
    public void setCount(long count) {
        this.count = count;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof Count other && other.count == count;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(count);
    }

    @Override
    public int compareTo(Object obj) {
        return Long.compare(count, ((Count) obj).count);
    }

    @Override
    public String toString() {
        return Long.toString(count);
    }
}
