package io.jmpi.coll;

import io.jmpi.data.Element;

/** Working memory of a communicator's collectives: an array of the element at hand, kept for the next one. */
final class Scratch {

    private static final int MOST_KEPT = 1 << 20;

    private Object array;
    private Element element;
    private int length;

    /** An array of at least so many elements. */
    Object take(Element element, long elements) {
        if (elements > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a collective needs " + elements
                    + " elements of working memory, more than an array holds; use smaller pieces");
        }
        if (this.element != element || length < elements) {
            this.array = element.newArray((int) elements);
            this.element = element;
            this.length = (int) elements;
        }
        return array;
    }

    /** Lets go of the array if it is too large to keep. */
    void release() {
        if (element != null && (long) length * element.size() > MOST_KEPT) {
            array = null;
            element = null;
            length = 0;
        }
    }
}
