package io.jmpi.job;

import io.jmpi.os.Words;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/**
 * The word by which a rank says whether it must be woken, and the proof that no wake-up gets lost.
 *
 * <pre>
 *   AWAKE --drowsy--> DROWSY --asleep--> ASLEEP --(woken, or found work)--> AWAKE
 *
 *   sleeper                                   sender
 *   1 store DROWSY                            a commit the record
 *   2 keep polling, at least GRACE            b read the word; AWAKE: done
 *   3 store ASLEEP, full fence                c full fence, read the word again
 *   4 poll once more; read the word again     d ASLEEP: change it to AWAKE and ring the bell
 *   5 nothing, and still ASLEEP: block
 * </pre>
 *
 * <p>If the sender reads DROWSY or ASLEEP at b, then a is before the fence of c and 3 before that of 3: either c sees
 * ASLEEP and rings, or 4 sees the record. If it reads AWAKE, it has read before 1 took effect, so the record was at that
 * time at most in the sender's store buffer; such buffers drain within a microsecond, and 2 polls for much longer. So an
 * awake peer costs a sender one read of a line that does not change, and no fence. Whoever changes ASLEEP to AWAKE, and
 * nobody else, rings. Step 4 may take the ring itself, where it looks at all that the process listens to; who then blocked
 * would never be woken, since the word says AWAKE. So the word is read after the poll.
 *
 * <p>Where ranks share processors the word is DROWSY wherever it would be AWAKE, from before the first rank comes: then senders
 * always make the fence, which is nothing beside a turn of the processor, and a rank may fall asleep at once.
 *
 * <p>The same holds for a sleeper that waits for room in a ring: the receiver frees it, then does b to d.
 */
public final class SleepWord {

    public static final int AWAKE = 0;
    public static final int DROWSY = 1;
    public static final int ASLEEP = 2;

    /** How long a rank must poll between {@link #drowsy} and {@link #asleep}, in nanoseconds. */
    public static final long GRACE = 20_000;

    private final ByteBuffer memory;
    private final int offset;

    /** What stands for AWAKE. */
    private final int awake;

    public SleepWord(JobSegment segment, int localRank) {
        this.memory = segment.memory();
        this.offset = segment.entry(localRank).sleepWord();
        this.awake = segment.isCrowded() ? DROWSY : AWAKE;
    }

    /** Step 1, by the owner. */
    public void drowsy() {
        Words.putIntRelease(memory, offset, DROWSY);
    }

    /** Step 3, by the owner; polls once more before it blocks. */
    public void asleep() {
        Words.putIntRelease(memory, offset, ASLEEP);
        VarHandle.fullFence();
    }

    /** The end of step 4, by the owner: whether nobody has taken the waking. */
    public boolean isAsleep() {
        return Words.getIntAcquire(memory, offset) == ASLEEP;
    }

    /** Back to work, by the owner, or before it comes. */
    public void awake() {
        Words.putIntRelease(memory, offset, awake);
    }

    /** Step b, by others after a commit. */
    public boolean mayNeedWaking() {
        return Words.getIntPlain(memory, offset) != AWAKE;
    }

    /** Steps c and d, by others: whether the caller has to ring the bell. */
    public boolean takeWaking() {
        VarHandle.fullFence();
        return takeWakingAfterFence();
    }

    /** The same for a caller that has just made the fence. */
    boolean takeWakingAfterFence() {
        return Words.getIntAcquire(memory, offset) == ASLEEP && Words.compareAndSetInt(memory, offset, ASLEEP, awake);
    }
}
