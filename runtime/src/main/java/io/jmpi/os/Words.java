package io.jmpi.os;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Access to aligned little-endian words of shared memory, with the memory order in the name.
 *
 * <p>May be called from any thread on any direct buffer whose base address is aligned to 8 bytes; offsets are bytes and
 * must be aligned to the word. An {@code Acquire} read that sees the value of a {@code Release} write, of this process
 * or another one, also sees everything written before it.
 */
public final class Words {

    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private Words() {}

    public static int getIntPlain(ByteBuffer memory, int offset) {
        return (int) INT.get(memory, offset);
    }

    public static void putIntPlain(ByteBuffer memory, int offset, int value) {
        INT.set(memory, offset, value);
    }

    public static int getIntAcquire(ByteBuffer memory, int offset) {
        return (int) INT.getAcquire(memory, offset);
    }

    public static void putIntRelease(ByteBuffer memory, int offset, int value) {
        INT.setRelease(memory, offset, value);
    }

    public static boolean compareAndSetInt(ByteBuffer memory, int offset, int expected, int value) {
        return INT.compareAndSet(memory, offset, expected, value);
    }

    public static long getLongPlain(ByteBuffer memory, int offset) {
        return (long) LONG.get(memory, offset);
    }

    public static void putLongPlain(ByteBuffer memory, int offset, long value) {
        LONG.set(memory, offset, value);
    }

    public static long getLongAcquire(ByteBuffer memory, int offset) {
        return (long) LONG.getAcquire(memory, offset);
    }

    public static long getAndAddLong(ByteBuffer memory, int offset, long delta) {
        return (long) LONG.getAndAdd(memory, offset, delta);
    }

    public static void putLongRelease(ByteBuffer memory, int offset, long value) {
        LONG.setRelease(memory, offset, value);
    }
}
