package io.jmpi.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A reduction of units of several elements, by way of two small pieces of memory where they lie packed. */
abstract class StagedReduction implements Reduction {

    private static final int PIECE_BYTES = 8 << 10;

    private final int unit;

    /** @param unit bytes of a packed unit */
    StagedReduction(int unit) {
        this.unit = unit;
    }

    @Override
    public final void reduce(Object source, long sourceOffset, Object target, long targetOffset, long count) {
        int most = (int) Math.min(count, PIECE_BYTES / unit);
        ByteBuffer in = ByteBuffer.allocate(most * unit).order(ByteOrder.nativeOrder());
        ByteBuffer inOut = ByteBuffer.allocate(most * unit).order(ByteOrder.nativeOrder());
        for (long done = 0; done < count; done += most) {
            int piece = (int) Math.min(most, count - done);
            long length = (long) piece * unit;
            long at = done * unit;
            UserMemory.copyBetween(source, sourceOffset + at, in, 0, length);
            UserMemory.copyBetween(target, targetOffset + at, inOut, 0, length);
            for (int i = 0; i < piece; i++) {
                combine(in, inOut, i * unit);
            }
            UserMemory.copyBetween(inOut, 0, target, targetOffset + at, length);
        }
    }

    /** Combines the units at some byte of both into the second. */
    abstract void combine(ByteBuffer in, ByteBuffer inOut, int at);
}
