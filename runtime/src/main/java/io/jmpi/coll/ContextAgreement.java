package io.jmpi.coll;

import io.jmpi.data.Element;
import io.jmpi.data.Operator;
import io.jmpi.data.Reducer;
import io.jmpi.data.Reduction;

/** Finds, together with others, a context for a new communicator of all of them. */
public final class ContextAgreement {

    static final Reduction COMMON = Reducer.of(Element.LONG).reduction(Operator.BAND);

    private ContextAgreement() {}

    /** How the offers of all who take part become what they have in common. */
    public interface Meeting {

        /** Sets {@code common} to the intersection of everybody's offers. */
        void intersect(long[] offer, long[] common);
    }

    /**
     * A collective call.
     *
     * @return a context that is free in every member
     * @throws IllegalStateException when there is none left
     */
    public static int reach(Communicator parent, Contexts contexts) {
        return reach(parent.precedence(), contexts, new AllMembers(parent));
    }

    private record AllMembers(Communicator comm) implements Meeting {

        @Override
        public void intersect(long[] offer, long[] common) {
            ContextAgreement.intersect(comm, offer, common);
        }
    }

    /** Of all members of a communicator, of both its groups if it has two. */
    public static void intersect(Communicator comm, long[] offer, long[] common) {
        letOthersOn(comm);
        allReduce(comm, offer, common);
        if (comm.isInter()) { // that was the other group's; give it back, with it comes this group's
            long[] theirs = common.clone();
            allReduce(comm, theirs, common);
            for (int word = 0; word < common.length; word++) {
                common[word] &= theirs[word];
            }
        }
    }

    /** Another agreement of this process may be under way without blocking, and this one may wait for it to end. */
    private static void letOthersOn(Communicator comm) {
        comm.engine().enter();
        try {
            comm.engine().poll();
        } finally {
            comm.engine().exit();
        }
    }

    private static void allReduce(Communicator comm, long[] from, long[] to) {
        comm.run(
                comm.schedules().allReduce(from.length, Long.BYTES, true, false),
                Element.LONG,
                Long.BYTES,
                from,
                0,
                to,
                0,
                COMMON);
    }

    /**
     * A call that all make who meet.
     *
     * @param precedence of a communicator; see {@link Communicator#precedence}
     */
    public static int reach(long precedence, Contexts contexts, Meeting meeting) {
        long[] offer = new long[Contexts.OFFER_LENGTH];
        long[] common = new long[Contexts.OFFER_LENGTH];
        long ticket = contexts.begin(precedence);
        int context;
        do {
            boolean mine = contexts.offer(ticket, offer);
            meeting.intersect(offer, common);
            context = contexts.settle(ticket, mine, common);
        } while (context < 0);
        return context;
    }
}
