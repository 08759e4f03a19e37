package io.jmpi.progress;

import io.jmpi.job.JobSegment;
import io.jmpi.job.SleepWord;
import io.jmpi.os.Doorbell;
import io.jmpi.transport.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is to drive the engine, and what the process does when there is nothing to drive.
 *
 * <p>At thread level MULTIPLE a lock lets one thread in at a time. Of the threads that wait for something to complete,
 * one leads: it polls, and when nothing comes it puts the process to sleep, without the lock. The others follow: they are
 * parked until something has moved or the leader leaves. So there is one sleeper for one sleep word, and threads that
 * wait cost nothing. At the lower levels the only thread always leads, and there is no lock.
 */
final class Turns {

    private static final int TRIES_BEFORE_PARKING = 200;

    private final JobSegment segment;
    private final int localRank;
    private final SleepWord word;
    private final Idle idle;
    private final ReentrantLock lock;
    private final Condition moved;

    private Thread leader;
    private int followers;

    /** Whether another thread has moved something since the leader last looked at what it waits for. */
    private boolean movedByOther;

    private final Network network;
    private Doorbell bell;

    /** @param network may be null */
    Turns(JobSegment segment, int localRank, boolean multiple, Network network) {
        this.network = network;
        this.segment = segment;
        this.localRank = localRank;
        this.word = new SleepWord(segment, localRank);
        this.idle = Idle.of(segment.share());
        this.lock = multiple ? new ReentrantLock(true) : null;
        this.moved = multiple ? lock.newCondition() : null;
    }

    void enter() {
        if (lock == null) {
            return;
        }
        for (int tries = 0; tries < TRIES_BEFORE_PARKING; tries++) {
            if (lock.tryLock()) {
                return;
            }
            Thread.onSpinWait();
        }
        lock.lock();
    }

    void exit() {
        if (lock != null) {
            lock.unlock();
        }
    }

    /** Whether the calling thread, which waits, is to poll; if not it calls {@link #follow}. */
    boolean lead() {
        if (lock == null) {
            return true;
        }
        Thread me = Thread.currentThread();
        if (leader == null) {
            leader = me;
        }
        return leader == me;
    }

    /** Waits until something has moved. */
    void follow() {
        followers++;
        try {
            moved.awaitUninterruptibly();
        } finally {
            followers--;
        }
    }

    /** To be called when polling has brought something, by whoever polled. */
    void moved() {
        if (lock == null) {
            wakeUp();
            return;
        }
        if (followers > 0) {
            moved.signalAll();
        }
        if (leader == Thread.currentThread()) {
            wakeUp();
        } else {
            movedByOther = true;
            rouse();
        }
    }

    /** Wakes the leader if it sleeps. */
    void rouse() {
        if (leader != null && leader != Thread.currentThread() && word.mayNeedWaking() && word.takeWaking()) {
            ringOwnBell();
        }
    }

    /** To be called by a thread whose wait is over. */
    void leave() {
        if (lock == null) {
            wakeUp();
        } else if (leader == Thread.currentThread()) {
            wakeUp();
            leader = null;
            if (followers > 0) {
                moved.signalAll();
            }
        }
    }

    /** The leader has polled in vain. Returns after a while, or when woken; the caller polls again. */
    void pause(Engine engine) {
        if (lock != null) {
            assert lock.getHoldCount() == 1 : "others could not get in";
            movedByOther = false;
            lock.unlock();
        }
        try {
            switch (idle.pause(engine.coming())) {
                case POLL -> {}
                case DROWSY -> word.drowsy();
                case SLEEP -> sleep(engine);
            }
        } finally {
            if (lock != null) {
                enter();
            }
        }
    }

    private void sleep(Engine engine) {
        if (lock == null && segment.localSize() == 1 && network == null) {
            throw new IllegalStateException(
                    "deadlock: the only thread of a job of one rank waits for what only it could do;"
                            + " start the program with jmpiexec -n, or receive before you send a long message to yourself");
        }
        word.asleep();
        try {
            if (!hasWork(engine)) {
                block();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sleep: the job's launcher is gone", e);
        } finally {
            word.awake();
            idle.reset();
        }
    }

    /**
     * What another thread has moved while the word was DROWSY may be what the leader waits for: nobody rang then. And
     * where the network's poll hears the bell too, the ring of one who has taken the waking may be gone already.
     */
    private boolean hasWork(Engine engine) {
        enter();
        try {
            boolean work = engine.pollAll() != 0 || movedByOther;
            if (!work && network != null) {
                network.beforeSleep();
            }
            return work || !word.isAsleep();
        } finally {
            exit();
        }
    }

    private void block() throws IOException {
        if (network != null) {
            network.sleep();
        } else {
            openBell();
            bell.await();
        }
    }

    /** Falls asleep, is woken by itself, and stays drowsy. Not where another thread may be asleep. */
    void nap() {
        if (lock != null) {
            return;
        }
        word.asleep();
        segment.waker(localRank).wake();
        if (network == null) {
            try {
                block();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot sleep: the job's launcher is gone", e);
            }
        }
        word.drowsy();
        idle.nod();
    }

    private void wakeUp() {
        if (idle.isDrowsy()) {
            word.awake();
        }
        idle.reset();
    }

    private void ringOwnBell() {
        try {
            openBell();
            bell.ring();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot wake this process", e);
        }
    }

    private void openBell() {
        if (bell == null) {
            try {
                bell = segment.openDoorbell(localRank);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot open the doorbell: the job's launcher is gone", e);
            }
        }
    }
}
