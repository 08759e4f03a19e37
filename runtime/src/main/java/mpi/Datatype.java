package mpi;

import io.jmpi.data.Element;

/**
 * What the elements of a buffer are (MPI 4.1, chapter 5). The predefined ones are constants of {@link MPI}.
 *
 * <p>Immutable; may be used from any thread.
 */
public final class Datatype {

    private final Element element;
    private final String name;

    Datatype(Element element, String name) {
        this.element = element;
        this.name = name;
    }

    /** What one element is in memory. */
    Element element() {
        return element;
    }

    /** Where an item begins in a buffer, in bytes. */
    long position(long index) {
        return index << element.shift();
    }

    /** How many elements so many items have. */
    long units(long count) {
        return count;
    }

    /** Like {@link #units(long)}, of many. */
    int[] units(int[] counts) {
        return counts;
    }

    /**
     * The distance of two elements in a buffer.
     *
     * @return it in base elements, so 1 for predefined types
     */
    public int getExtent() {
        return 1;
    }

    /**
     * The data in one element.
     *
     * @return it in base elements, so 1 for predefined types
     */
    public int getSize() {
        return 1;
    }

    /**
     * The type's name.
     *
     * @return such as {@code MPI.DOUBLE}
     */
    public String getName() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
