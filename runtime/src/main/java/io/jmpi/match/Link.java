package io.jmpi.match;

/** A place in one {@link MatchQueue}; whatever waits to be matched is a link or has some. */
public class Link {

    Link previous;
    Link next;
    MatchQueue queue;

    /** When it was queued, counting all of its kind. */
    long sequence;

    /** For those made by other packages. */
    protected Link() {}

    /** What waits through this link: the link itself unless it is one of several. */
    Object owner() {
        return this;
    }
}
