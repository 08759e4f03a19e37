package io.jmpi.progress;

import io.jmpi.data.UserMemory;
import io.jmpi.transport.Envelope;
import java.nio.ByteBuffer;

/**
 * Messages to oneself of lengths and kinds that the program has not sent yet, now and then among its first, for the sake
 * of the compiler.
 *
 * <p>A JVM compiles the way of short messages as soon as some thousands have gone it, and leaves out whatever it has not
 * seen happen. The first long message, or the first of another kind of buffer, then throws all of that code away; the
 * compiler needs half a second for new code, on the processors that the ranks poll on, and until then 64 KiB take 28 us
 * instead of 3. What has been seen a few times stays in. The same holds for the first sleep, and for the first to be woken.
 */
final class Practice {

    private static final int FIRST = 64;
    private static final int LAST = 1 << 20;

    /** Elements, or bytes, of the buffers of other kinds. */
    private static final int SHORT = 64;

    /** No communicator has it. */
    static final int CONTEXT = Envelope.CONTEXTS - 1;

    private final Engine engine;
    private final Protocol protocol;
    private final Turns turns;
    private final int self;
    private final int length;

    private Object[] buffers;

    /** @param length bytes, more than the way to oneself takes without a receiver; a fifth of it goes unasked, in pieces */
    Practice(Engine engine, Protocol protocol, Turns turns, int self, int length) {
        this.engine = engine;
        this.protocol = protocol;
        this.turns = turns;
        this.self = self;
        this.length = length;
    }

    /** Whether it is time, after so many messages: at powers of two. */
    static boolean isDue(int count) {
        return (count & (count - 1)) == 0 && count >= FIRST && count <= LAST;
    }

    void run(int count) {
        if (buffers == null) {
            loadReadOnlyBuffers();
            buffers = new Object[] {
                new byte[length],
                new byte[length / 5],
                ByteBuffer.allocateDirect(length),
                new double[SHORT],
                new int[SHORT],
                ByteBuffer.allocate(SHORT).asDoubleBuffer()
            };
        }
        turns.nap();
        for (Object buffer : buffers) {
            exchange(buffer);
        }
        if (count == LAST) {
            buffers = null;
        }
    }

    /** Of all direct buffers only writable ones have been seen as rings; the first line printed would undo what that is worth. */
    private static void loadReadOnlyBuffers() {
        ByteBuffer.allocateDirect(0).asReadOnlyBuffer();
    }

    private void exchange(Object buffer) {
        UserMemory memory = UserMemory.of(buffer);
        long bytes = memory.isReadOnly(buffer) ? 0 : memory.capacity(buffer);
        ReceiveOperation receive = new ReceiveOperation().prepare(self, CONTEXT, 0, buffer, memory, 0, bytes);
        protocol.start(receive);
        if (!protocol.trySend(self, CONTEXT, 0, buffer, memory, 0, bytes)) {
            protocol.start(new SendOperation().prepare(self, CONTEXT, 0, buffer, memory, 0, bytes, false));
        }
        while (!receive.isDone()) {
            engine.poll();
        }
    }
}
