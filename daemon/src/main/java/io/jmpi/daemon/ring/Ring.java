package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.net.LinkListener;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The ring as one of its members sees it; for the thread of the network. */
public interface Ring {

    /** This daemon. */
    Member self();

    /** The living members in ring order, this one first. */
    List<Member> members();

    /**
     * Asks members, this one too if it is among them, in O(log n) steps. Whoever dies meanwhile is stepped over.
     *
     * @param members ids of members
     * @param timeoutMillis after which the answers that are there have to do
     * @param answers gets one answer for each member in ring order, without a reply where there was none; called once
     */
    void ask(Collection<String> members, Question question, long timeoutMillis, Consumer<List<Answer>> answers);

    /**
     * Makes a link of its own to a member, for a job. The listener hears that it is open when both sides have said hello,
     * or that it is closed, without a link, when there will be none.
     *
     * @throws IllegalArgumentException if there is no such member
     */
    void connect(String member, LinkListener listener);

    /** Sends a token round the ring, as often as asked. If the ring changes meanwhile it may never come back. */
    void sendRound(int loops, Runnable back);

    /** Leaves the ring and ends the daemon. */
    void leave();
}
