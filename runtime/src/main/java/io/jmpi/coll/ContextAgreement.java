package io.jmpi.coll;

import io.jmpi.data.Element;
import io.jmpi.data.Operator;
import io.jmpi.data.Reducer;
import io.jmpi.data.Reduction;

/** Finds, together with the other members of a communicator, a context for a new one made from it. */
public final class ContextAgreement {

    private static final Reduction COMMON = Reducer.of(Element.LONG).reduction(Operator.BAND);

    private ContextAgreement() {}

    /**
     * A collective call.
     *
     * @return a context that is free in every member
     * @throws IllegalStateException when there is none left
     */
    public static int reach(Communicator parent, Contexts contexts) {
        long[] offer = new long[Contexts.OFFER_LENGTH];
        long[] common = new long[Contexts.OFFER_LENGTH];
        contexts.begin(parent.context());
        int context;
        do {
            boolean mine = contexts.offer(parent.context(), offer);
            parent.run(
                    parent.schedules().allReduce(Contexts.OFFER_LENGTH, Long.BYTES, true, false),
                    Element.LONG,
                    Long.BYTES,
                    offer,
                    0,
                    common,
                    0,
                    COMMON);
            context = contexts.settle(parent.context(), mine, common);
        } while (context < 0);
        return context;
    }
}
