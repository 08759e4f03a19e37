package io.jmpi.tcp;

/** Hears when a {@link Flow} or the listener is ready. Called from {@link Poller#poll} only. */
interface Watcher {

    /** Something may be read, or has failed; or written, if {@code writable}. */
    void onReady(boolean writable);
}
