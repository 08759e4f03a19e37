package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Hello;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.Reply;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import java.util.function.Consumer;

/** What a daemon does for jobs; all methods are called by the thread of the network. */
public interface JobService {

    /** Somebody has come with a link that has to do with a job; both sides have said hello. Returns who listens to it. */
    LinkListener onLink(Link link, Hello hello);

    /**
     * A question to this member has come, once however often it was sent.
     *
     * @param reply is to be called once, now or later, in the thread of the network
     */
    void onQuestion(Question question, Consumer<Reply> reply);

    /** Members have come or gone. */
    default void onMembersChanged() {}

    /** The daemon is about to end. */
    default void onExit() {}
}
