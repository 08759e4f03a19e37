package io.jmpi.data;

import io.jmpi.os.NativeCopy;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;

/**
 * The way of pieces into memory that another processor reads: by the JVM's copy or, over a stage in this processor's cache, by
 * the {@linkplain NativeCopy C library's}, whichever has been faster lately. Which one that is, depends on the processors, and
 * where they are virtual it changes within seconds.
 *
 * <p>Used by one thread at a time.
 */
public final class Haul {

    /** Bytes from which on there is a choice; what is shorter has been copied before the library is called. */
    static final int LEAST = 4 << 10;

    /**
     * Nanoseconds that are lost by slow copies before the library is loaded, which takes twice as many or more. The property
     * is for tests: with -1 it is loaded at once.
     */
    private static final long PATIENCE = Long.getLong("jmpi.haul.patience", 50_000_000);

    /** Bytes that a fast copy moves in a nanosecond, and those below which one is slow. */
    private static final int FAST = 28;

    private static final int SLOW = 14;

    /** To look at the clock takes a third as long as the shortest of these copies. */
    private static final int WATCHED = 8;

    private static final int STAGE = 32 << 10;
    private static final int LINE = 64;

    /** Pieces from one trial to the next. */
    private static final int PERIOD = 1024;

    /** Pieces of a trial, which go the one way and the other in turn. */
    private static final int TRIAL = 16;

    /** Bytes that a piece of a trial has at least: with fewer, the library does not use what makes it faster. */
    private static final int TRIED = 12 << 10;

    /**
     * How many times as fast the library has to be. While this processor copies, the other one takes what has been copied: a
     * little time that the stage costs more than it saves is not seen here.
     */
    private static final double ADVANTAGE = 1.5;

    private final long patience;
    private long lost;
    private Wire stage;
    private int pieces;
    private boolean byLibrary;
    private double jvmTime;
    private double libraryTime;

    public Haul() {
        this(PATIENCE);
    }

    Haul(long patience) {
        this.patience = patience;
    }

    /** Whether pieces had better be long: the library copies such ones faster, for the JVM it is the other way round. */
    public boolean wantsLongPieces() {
        return byLibrary || isTrial();
    }

    boolean isTrial() {
        return stage != null && (pieces & (PERIOD - 1)) < TRIAL;
    }

    /** Copies from a buffer into shared memory. */
    void put(UserMemory memory, Object buffer, long offset, int length, Wire target, int at) {
        if (stage == null && !isWorthIt()) {
            watch(memory, buffer, offset, length, target, at);
        } else if (isTrial()) {
            compare(memory, buffer, offset, length, target, at);
        } else {
            pieces++;
            put(byLibrary, memory, buffer, offset, length, target, at);
        }
    }

    /** Copies as the JVM does, and has the library loaded if that is slow for long; one piece of some stands for all. */
    private void watch(UserMemory memory, Object buffer, long offset, int length, Wire target, int at) {
        if (++pieces % WATCHED != 0) {
            memory.put(buffer, offset, length, target, at);
            return;
        }
        long before = System.nanoTime();
        memory.put(buffer, offset, length, target, at);
        long time = System.nanoTime() - before;
        if (time * SLOW > length) {
            lost += WATCHED * (Math.min(time, length) - length / FAST); // more than the length, if it was interrupted
        }
        if (lost > patience) {
            NativeCopy.prepare();
        }
    }

    private boolean isWorthIt() {
        if (lost <= patience || !NativeCopy.isReady()) {
            return false;
        }
        pieces = 0;
        stage = new Wire(ByteBuffer.allocateDirect(STAGE + 2 * LINE).alignedSlice(LINE));
        return true;
    }

    /** The shortest time of each way counts: what takes longer has been interrupted. */
    private void compare(UserMemory memory, Object buffer, long offset, int length, Wire target, int at) {
        if (length < TRIED) {
            put(byLibrary, memory, buffer, offset, length, target, at);
            return;
        }
        int piece = pieces++ & (PERIOD - 1);
        if (piece == 0) {
            jvmTime = Double.MAX_VALUE;
            libraryTime = Double.MAX_VALUE;
        }
        boolean library = (piece & 1) == 0;
        long before = System.nanoTime();
        put(library, memory, buffer, offset, length, target, at);
        double time = (double) (System.nanoTime() - before) / length;
        if (library) {
            libraryTime = Math.min(libraryTime, time);
        } else {
            jvmTime = Math.min(jvmTime, time);
        }
        if (piece == TRIAL - 1) {
            byLibrary = libraryTime * ADVANTAGE < jvmTime;
        }
    }

    private void put(boolean library, UserMemory memory, Object buffer, long offset, int length, Wire target, int at) {
        if (!library) {
            memory.put(buffer, offset, length, target, at);
            return;
        }
        ByteBuffer direct = UserMemory.direct(buffer);
        if (direct != null) {
            NativeCopy.copy(target.address() + at, NativeCopy.address(direct) + offset, length);
            Reference.reachabilityFence(direct);
            return;
        }
        for (int done = 0; done < length; done += STAGE) {
            int to = at + done;
            int within = to & (LINE - 1);
            int bytes = Math.min(STAGE, length - done);
            memory.put(buffer, offset + done, bytes, stage, within);
            NativeCopy.copy(target.address() + to, stage.address() + within, bytes);
        }
    }
}
