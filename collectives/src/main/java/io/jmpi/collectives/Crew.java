package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Some ranks in an order, as one of them sees it, and what they do together along a tree from the first.
 *
 * <pre>
 *   a tree of radix 4 over 10 places: the parent of a place is the place without its lowest digit to that base
 *
 *            0
 *     / / / / \  \
 *    1 2 3  4   8
 *          /|\   \
 *         5 6 7   9
 * </pre>
 *
 * A wide tree has few levels, each of which costs a turn of the scheduler where ranks outnumber processors; a narrow one
 * lets more ranks send at a time. The subtree of a place is a run of places that begins with it.
 */
final class Crew implements Places {

    private final int size;
    private final int place;
    private final Places ranks;

    Crew(int[] ranks, int place) {
        this(ranks.length, place, new Places() {
            @Override
            public int rank(int place) {
                return ranks[place];
            }
        });
    }

    private Crew(int size, int place, Places ranks) {
        this.size = size;
        this.place = place;
        this.ranks = ranks;
    }

    /** One rank of each node, that of the root first. */
    static Crew ofLeaders(Nodes nodes, int rank, int root) {
        Ring ring = new Ring(nodes.count(), nodes.node(root));
        return new Crew(nodes.count(), ring.place(nodes.node(rank)), new Places() {
            @Override
            public int rank(int place) {
                return nodes.leader(ring.rank(place), root);
            }
        });
    }

    int size() {
        return size;
    }

    /** The place of the rank whose view this is. */
    int place() {
        return place;
    }

    @Override
    public int rank(int place) {
        return ranks.rank(place);
    }

    boolean isFirst() {
        return place == 0;
    }

    private int parent(int radix) {
        int weight = 1;
        while (place / weight % radix == 0) {
            weight *= radix;
        }
        return place - place / weight % radix * weight;
    }

    /** The weight of the lowest digit that is not 0, which a child's own digit lies below. */
    private int reach(int radix) {
        int weight = 1;
        while (weight < size && place / weight % radix == 0) {
            weight *= radix;
        }
        return weight;
    }

    /** Awaits a signal of every child, then signals the parent. */
    void gatherSignals(ScheduleBuilder steps, int radix) {
        int reach = reach(radix);
        for (int weight = 1; weight < reach; weight *= radix) {
            for (int child = place + weight; child < end(weight, radix); child += weight) {
                steps.await(ranks.rank(child));
            }
        }
        steps.endRound();
        if (place != 0) {
            steps.signal(ranks.rank(parent(radix))).endRound();
        }
    }

    /** Awaits a signal of the parent, then signals every child. */
    void passSignals(ScheduleBuilder steps, int radix) {
        if (place != 0) {
            steps.await(ranks.rank(parent(radix))).endRound();
        }
        for (int weight = reach(radix) / radix; weight > 0; weight /= radix) {
            for (int child = place + weight; child < end(weight, radix); child += weight) {
                steps.signal(ranks.rank(child));
            }
        }
        steps.endRound();
    }

    /** Reduces everyone's value into that of the first. */
    void reduce(ScheduleBuilder steps, Accumulator value, long count, int radix) {
        int reach = reach(radix);
        for (int weight = 1; weight < reach; weight *= radix) {
            for (int child = place + weight; child < end(weight, radix); child += weight) {
                value.fold(ranks.rank(child), true, 0, count);
            }
        }
        if (place != 0) {
            value.send(ranks.rank(parent(radix)), 0, count);
            steps.endRound();
        }
    }

    /** Receives OUTPUT from the parent. Ends the round. */
    void receive(ScheduleBuilder steps, long count, int radix) {
        if (place != 0) {
            steps.recv(ranks.rank(parent(radix)), OUTPUT, 0, count).endRound();
        }
    }

    /** Sends OUTPUT to every child, the deepest subtree first. Leaves the round open. */
    void pass(ScheduleBuilder steps, long count, int radix) {
        for (int weight = reach(radix) / radix; weight > 0; weight /= radix) {
            for (int child = place + weight; child < end(weight, radix); child += weight) {
                steps.send(ranks.rank(child), OUTPUT, 0, count);
            }
        }
    }

    /** Behind the last child of a weight. */
    private int end(int weight, int radix) {
        return Math.min(place + weight * radix, size);
    }
}
