package io.jmpi.coll;

import io.jmpi.collectives.Collective;
import io.jmpi.commons.Commons;
import io.jmpi.commons.NodeCommons;
import io.jmpi.job.CommonsLayout;
import io.jmpi.progress.Engine;
import java.nio.ByteBuffer;

/**
 * Finds out, as the members of a communicator begin with collectives, what they have in common for them. All members ask
 * in the same order, and come to the same answers.
 *
 * <p>Where several threads may be inside MPI, only COMM_WORLD has something: one thread at a time can wait for others in
 * common.
 */
final class CommonsSearch {

    /** Collectives that ranks of one node do by messages before that is worth memory of their own. */
    private static final int PATIENCE = 8;

    private final Communicator comm;
    private final Grounds grounds;
    private int asked;
    private boolean over;

    CommonsSearch(Communicator comm, Grounds grounds) {
        this.comm = comm;
        this.grounds = grounds;
    }

    /** Whether the answer is final. */
    boolean isOver() {
        return over;
    }

    /** What there is for the next collective, null if nothing. A collective call. */
    Commons look() {
        Engine engine = comm.engine();
        Commons found = null;
        if (engine.isMultiple() && comm.context() != Contexts.WORLD) {
            over = true;
        } else if (areTogether()) {
            found = lookHere(CommonsLayout.length(comm.size()));
        } else {
            found = Levels.of(comm);
            over = true;
        }
        over |= found != null;
        return found;
    }

    private boolean areTogether() {
        for (int member = 0; member < comm.size(); member++) {
            if (!comm.engine().sharesMemoryWith(comm.members().toWorld(member))) {
                return false;
            }
        }
        return true;
    }

    private NodeCommons lookHere(int length) {
        over = length == 0;
        NodeCommons found = over ? null : grounds.of(comm.members());
        if (over || found != null || ++asked < PATIENCE) {
            return found;
        }
        over = true;
        ByteBuffer memory = new CommonsFounding(comm).found(length, grounds.haveRoom());
        return memory == null ? null : grounds.found(comm.members(), memory);
    }

    /** Up to how many bytes each collective is done in common, by its number; less than 0 where it never is. */
    static long[] most(Commons commons) {
        Collective[] all = Collective.values();
        long[] most = new long[all.length];
        for (Collective one : all) {
            most[one.ordinal()] = commons.most(one);
        }
        return most;
    }
}
