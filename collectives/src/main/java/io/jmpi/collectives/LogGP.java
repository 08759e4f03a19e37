package io.jmpi.collectives;

/**
 * What a message costs, in microseconds: the LogGP model of Alexandrov, Ionescu, Schauser and Scheiman (1995).
 *
 * <pre>
 *   sender     |-o-|                            o  a processor's time for a message, at each end
 *   wire           |-(k-1)G-|-----L-----|       G  each byte after the first; L on the way
 *   receiver                            |-o-|   g  from the end of a message to the next one, on one wire
 * </pre>
 *
 * A message of k bytes so takes L + 2o + (k-1)G.
 *
 * @param latency L
 * @param overhead o
 * @param gap g
 * @param perByte G
 */
record LogGP(double latency, double overhead, double gap, double perByte) {

    LogGP {
        Machine.requireTime("L", latency);
        Machine.requireTime("o", overhead);
        Machine.requireTime("g", gap);
        Machine.requireTime("G", perByte);
    }

    /** How long a message's bytes flow. */
    double flow(double bytes) {
        return Math.max(0, bytes - 1) * perByte;
    }

    /** From the start of sending to the end of receiving, where nobody has to wait. */
    double message(double bytes) {
        return overhead + flow(bytes) + latency + overhead;
    }

    /** The least time from one message of this length to the next, for a rank that receives and sends each. */
    double pace(double bytes) {
        return Math.max(2 * overhead, gap + flow(bytes));
    }
}
