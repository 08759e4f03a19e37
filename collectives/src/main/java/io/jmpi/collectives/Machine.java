package io.jmpi.collectives;

/**
 * What messages and arithmetic cost on some machine, in microseconds.
 *
 * @param network messages between nodes
 * @param node messages within a node
 * @param perByteReduced for each byte of a result
 * @param perByteCopied for each byte copied from one buffer of a rank to another
 */
record Machine(LogGP network, LogGP node, double perByteReduced, double perByteCopied) {

    Machine {
        requireTime("--reduce", perByteReduced);
        requireTime("--copy", perByteCopied);
    }

    static void requireTime(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a time is 0 or more microseconds: " + name + "=" + value);
        }
    }

    /** The same without networks, or with nothing but a network. */
    Machine uniform(boolean oneNode) {
        return oneNode
                ? new Machine(node, node, perByteReduced, perByteCopied)
                : new Machine(network, network, perByteReduced, perByteCopied);
    }
}
