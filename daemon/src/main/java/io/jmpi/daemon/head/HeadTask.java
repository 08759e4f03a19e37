package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.PartEvent;

/** Something that the thread of a head has to do. */
sealed interface HeadTask {

    /** A node has something to tell. */
    record FromNode(int node, PartEvent event) implements HeadTask {}

    /** The job has a name by which others know it. */
    record Named(String name) implements HeadTask {}

    /** Nothing more will be heard of any node. */
    record Cut(String cause) implements HeadTask {}

    /** Somebody else wants the job to be ended. */
    record End(String by) implements HeadTask {}

    /** The launcher was sent a signal that asks it to end. */
    record Interrupt(int signal) implements HeadTask {}

    /** The ranks are to stop, and when they have, something is to be done. */
    record Stop(Runnable then) implements HeadTask {}

    /** The ranks go on after a stop. */
    record Resume() implements HeadTask {}
}
