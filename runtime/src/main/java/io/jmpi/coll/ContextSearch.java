package io.jmpi.coll;

import io.jmpi.data.Element;
import io.jmpi.progress.Completion;
import io.jmpi.progress.Operation;

/**
 * The search of {@link ContextAgreement} while the program does something else: all members' offers are intersected by
 * collectives that do not block, again until there is a context for all.
 */
public final class ContextSearch extends Operation implements Completion, Runnable {

    private final Communicator parent;
    private final Contexts contexts;
    private final long[] offer = new long[Contexts.OFFER_LENGTH];
    private final long[] theirs = new long[Contexts.OFFER_LENGTH];
    private final long[] ours = new long[Contexts.OFFER_LENGTH];
    private final CollectiveOperation first;
    private final CollectiveOperation second;
    private long ticket;
    private boolean mine;
    private boolean halfway;
    private int context;

    public ContextSearch(Communicator parent, Contexts contexts) {
        this.parent = parent;
        this.contexts = contexts;
        this.first = intersection(offer, theirs);
        this.second = parent.isInter() ? intersection(theirs, ours) : null;
    }

    private CollectiveOperation intersection(long[] from, long[] to) {
        CollectiveOperation operation = parent.prepare(
                parent.number(),
                parent.schedules().allReduce(Contexts.OFFER_LENGTH, Long.BYTES, true, false),
                Element.LONG,
                Long.BYTES,
                from,
                0,
                to,
                0,
                ContextAgreement.COMMON);
        operation.tell(this);
        return operation;
    }

    public void start() {
        begin();
        ticket = contexts.begin(parent.precedence());
        offer();
    }

    /** The context that has been found. */
    public int context() {
        return context;
    }

    private void offer() {
        mine = contexts.offer(ticket, offer);
        first.start();
    }

    @Override
    public void completed(Operation operation) {
        parent.engine().later(this);
    }

    /** Goes on after one of the collectives; called by the engine. */
    @Override
    public void run() {
        if (second != null && !halfway) {
            halfway = true;
            second.start();
            return;
        }
        halfway = false;
        for (int word = 0; second != null && word < theirs.length; word++) {
            theirs[word] &= ours[word];
        }
        try {
            context = contexts.settle(ticket, mine, theirs);
        } catch (IllegalStateException e) {
            fail(e);
            return;
        }
        if (context < 0) {
            offer();
        } else {
            finish(-1, 0, 0);
        }
    }
}
