package io.jmpi.data;

/**
 * The sequence of basic elements of a datatype, without their places in memory (MPI 4.1, 5.1). Two types with equal
 * signatures can send to each other.
 *
 * <p>Kept as the tree it was built as, so that a signature is small however many elements it has. Immutable.
 */
final class Signature {

    private final Element element;
    private final Signature[] parts;
    private final long[] counts;
    private final long bytes;
    private final long elements;
    private final int alignment;

    private Signature(Element element) {
        this.element = element;
        this.parts = null;
        this.counts = null;
        this.bytes = element.size();
        this.elements = 1;
        this.alignment = element.size();
    }

    private Signature(Signature[] parts, long[] counts) {
        this.parts = parts;
        this.counts = counts;
        Element common = parts.length == 0 ? Element.BYTE : parts[0].element;
        long sumOfBytes = 0;
        long sumOfElements = 0;
        int largest = 1;
        for (int part = 0; part < parts.length; part++) {
            common = parts[part].element == common ? common : null;
            sumOfBytes += counts[part] * parts[part].bytes;
            sumOfElements += counts[part] * parts[part].elements;
            largest = Math.max(largest, parts[part].alignment);
        }
        this.element = common;
        this.bytes = sumOfBytes;
        this.elements = sumOfElements;
        this.alignment = largest;
    }

    static Signature of(Element element) {
        return new Signature(element);
    }

    /** One after the other, each as often as said. */
    static Signature of(Signature[] parts, long[] counts) {
        return parts.length == 1 && counts[0] == 1 ? parts[0] : new Signature(parts, counts);
    }

    /** The element that all are, or null where they differ. */
    Element element() {
        return element;
    }

    long bytes() {
        return bytes;
    }

    long elements() {
        return elements;
    }

    /** The size of the largest element. */
    int alignment() {
        return alignment;
    }

    /** How many basic elements so many bytes are, of which a whole number of types may be followed by a part of one. */
    long elementsIn(long length) {
        if (bytes == 0) {
            return 0;
        }
        long count = length / bytes * elements;
        long rest = length % bytes;
        if (parts != null) {
            for (int part = 0; rest > 0; part++) {
                long here = Math.min(rest, counts[part] * parts[part].bytes);
                count += parts[part].elementsIn(here);
                rest -= here;
            }
        }
        return count;
    }

    /** How many bytes so many basic elements are, of which a whole number of types may be followed by a part of one. */
    long bytesOf(long count) {
        if (elements == 0) {
            return 0;
        }
        long length = count / elements * bytes;
        long rest = count % elements;
        if (parts != null) {
            for (int part = 0; rest > 0; part++) {
                long here = Math.min(rest, counts[part] * parts[part].elements);
                length += parts[part].bytesOf(here);
                rest -= here;
            }
        }
        return length;
    }
}
