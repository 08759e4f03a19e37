package io.jmpi.samples.matmul;

/**
 * A row of the talk's table: what the product took there.
 *
 * @param by what made it
 * @param seconds how long it took
 */
record Talk(String by, double seconds) {

    /** "6.5 s 1 CPU with ATLAS". */
    @Override
    public String toString() {
        String time = seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
        return time + " s " + by;
    }
}
