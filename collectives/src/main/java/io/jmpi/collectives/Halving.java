package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Reduce-scatter by halving the vector with each peer, nearest first, and the ways back from it.
 *
 * <pre>
 *   4 places, vector of parts a b c d, what a place is in charge of
 *   0  abcd      ab..      a...
 *   1  abcd  ->  ..cd  ->  ..c.
 *   2  abcd      ab..      .b..
 *   3  abcd      ..cd      ...d
 * </pre>
 *
 * Because near places meet first, each operand covers neighbouring ranks and order is kept. Because the longest parts
 * go to the nearest, they stay inside a node. The number of places is a power of two.
 * Cost: lg n alpha + (n-1)/n m (beta + gamma); each way back the same without gamma.
 */
final class Halving {

    private final ScheduleBuilder steps;
    private final int size;
    private final int place;
    private final Places places;
    private final Blocks parts;
    private int first; // the parts in charge of: first .. first + width - 1
    private int width;

    /** The size is the number of places and of parts. */
    Halving(ScheduleBuilder steps, int size, int place, Places places, Blocks parts) {
        this.steps = steps;
        this.size = size;
        this.place = place;
        this.places = places;
        this.parts = parts;
        this.width = size;
    }

    /** How often {@link #reduceScatter} takes an operand from the right. */
    int rightFolds() {
        return Integer.bitCount(size - 1) - Integer.bitCount(place);
    }

    /** Leaves the accumulator with one part of the result. */
    void reduceScatter(Accumulator value) {
        for (int mask = 1; mask < size; mask *= 2) {
            boolean upper = (place & mask) != 0;
            int peer = peer(mask);
            width /= 2;
            int other = upper ? first : first + width;
            first = upper ? first + width : first;
            value.send(peer, start(other), end(other));
            value.fold(peer, !upper, start(first), end(first));
        }
    }

    /** Everyone collects the whole vector in OUTPUT. */
    void collectAtAll(Accumulator value) {
        value.settle(start(first), end(first));
        for (int mask = size / 2; mask > 0; mask /= 2) {
            int other = (place & mask) != 0 ? first - width : first + width;
            send(peer(mask), OUTPUT, 0);
            receive(peer(mask), other, OUTPUT, 0);
            widen(other);
        }
    }

    /** Place 0 collects the whole vector, round the part it has. */
    void collectAtFirst(Accumulator value) {
        int buffer = value.buffer();
        long base = value.base();
        for (int mask = size / 2; mask > 0 && place < 2 * mask; mask /= 2) {
            int other = first + width;
            if ((place & mask) != 0) {
                send(peer(mask), buffer, base);
                steps.endRound();
            } else {
                receive(peer(mask), other, buffer, base);
                widen(other);
            }
        }
    }

    private void send(int peer, int buffer, long base) {
        steps.send(peer, buffer, base + start(first), parts.run(first, width));
    }

    private void receive(int peer, int other, int buffer, long base) {
        steps.recv(peer, buffer, base + start(other), parts.run(other, width));
    }

    private void widen(int other) {
        first = Math.min(first, other);
        width *= 2;
        steps.endRound();
    }

    private int peer(int mask) {
        return places.rank(place ^ mask);
    }

    private long start(int part) {
        return parts.start(part);
    }

    /** End of the run of the present width that begins with a part. */
    private long end(int part) {
        return parts.end(part + width - 1);
    }
}
