package io.jmpi.offload;

import io.jmpi.data.Element;

/** An argument of a kernel: memory that the work-items of a group share while the kernel runs. Immutable. */
public final class LocalMemory {

    private final Element element;
    private final int length;

    private LocalMemory(Element element, int length) {
        if (length < 1) {
            throw new OffloadException("local memory has one element or more, not " + length);
        }
        this.element = element;
        this.length = length;
    }

    /**
     * For floats.
     *
     * @param length elements for a group
     * @return the argument
     */
    public static LocalMemory ofFloats(int length) {
        return new LocalMemory(Element.FLOAT, length);
    }

    /**
     * For doubles.
     *
     * @param length elements for a group
     * @return the argument
     */
    public static LocalMemory ofDoubles(int length) {
        return new LocalMemory(Element.DOUBLE, length);
    }

    /**
     * For ints.
     *
     * @param length elements for a group
     * @return the argument
     */
    public static LocalMemory ofInts(int length) {
        return new LocalMemory(Element.INT, length);
    }

    /**
     * For longs.
     *
     * @param length elements for a group
     * @return the argument
     */
    public static LocalMemory ofLongs(int length) {
        return new LocalMemory(Element.LONG, length);
    }

    /**
     * For bytes.
     *
     * @param length elements for a group
     * @return the argument
     */
    public static LocalMemory ofBytes(int length) {
        return new LocalMemory(Element.BYTE, length);
    }

    Element element() {
        return element;
    }

    long bytes() {
        return (long) length << element.shift();
    }

    @Override
    public String toString() {
        return "local memory for " + length + " " + element;
    }
}
