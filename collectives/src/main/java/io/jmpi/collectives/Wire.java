package io.jmpi.collectives;

/** One end of a wire and one direction: the time until which it is taken. */
final class Wire {

    private double free;

    /** Sends; returns when the last byte is out of the processor's hands and the flow begins. */
    double send(double clock, LogGP costs, double bytes) {
        double begin = Math.max(clock + costs.overhead(), free);
        free = begin + costs.flow(bytes) + costs.gap();
        return begin;
    }

    /** Receives a message whose last byte would arrive at a time, were the wire free; returns when it does. */
    double receive(double arrival, LogGP costs, double bytes) {
        double end = Math.max(arrival, free + costs.flow(bytes));
        free = end + costs.gap();
        return end;
    }
}
