package io.jmpi.collectives;

import java.util.List;
import java.util.Random;

/** An adversary: which pending event happens next, and which sends complete before they are matched. */
enum Delivery {
    /** Every send completes at once, its data taken along; any event may come next. */
    EAGER,
    /** No send completes before it is matched; its data is read as late as possible. */
    RENDEZVOUS,
    /** Each message as it falls. */
    MIXED,
    /** Rendezvous; what began last happens first, so that some ranks run far ahead. */
    NEWEST_FIRST;

    boolean isEager(Random random) {
        return this == EAGER || (this == MIXED && random.nextBoolean());
    }

    Runnable next(List<Runnable> pending, Random random) {
        int last = pending.size() - 1;
        if (this == NEWEST_FIRST) {
            return pending.remove(last);
        }
        int chosen = random.nextInt(last + 1);
        Runnable event = pending.get(chosen);
        pending.set(chosen, pending.get(last));
        pending.remove(last);
        return event;
    }
}
