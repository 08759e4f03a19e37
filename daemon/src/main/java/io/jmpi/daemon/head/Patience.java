package io.jmpi.daemon.head;

/**
 * How long a head waits for others, in milliseconds.
 *
 * @param grace for ranks that were told to end
 * @param interruptGrace the same when the user has interrupted the job
 * @param answer for nodes and the reader of the output, when ranks are killed
 * @param lastWords for what a rank that has failed has still to say
 */
record Patience(long grace, long interruptGrace, long answer, long lastWords) {

    static final Patience USUAL = new Patience(1500, 3000, 3000, 1000);
}
