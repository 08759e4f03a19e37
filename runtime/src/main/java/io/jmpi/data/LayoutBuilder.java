package io.jmpi.data;

import java.util.Arrays;

/** Puts a {@link Layout} together from others, in the order of its elements. Blocks that touch become one. */
final class LayoutBuilder {

    /** Blocks take 16 bytes each. */
    private static final int MOST_BLOCKS = 1 << 27;

    private long[] offsets = new long[4];
    private long[] lengths = new long[4];
    private int blocks;

    private final Bounds plain = new Bounds();
    private final Bounds marked = new Bounds();

    /** The lowest and the highest address of some places. */
    private static final class Bounds {

        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;

        void include(long from, long to) {
            low = Math.min(low, from);
            high = Math.max(high, to);
        }

        boolean isEmpty() {
            return high == Long.MIN_VALUE;
        }
    }

    /** Adds items one after the other, the first with its origin at the given place. */
    void add(Layout item, long at, long count) {
        if (count == 0) {
            return;
        }
        long last = at + (count - 1) * item.extent();
        if (item.isResized()) {
            marked.include(Math.min(at, last) + item.lowerBound(), Math.max(at, last) + item.upperBound());
        }
        if (item.blocks() != 0) {
            plain.include(Math.min(at, last) + item.trueLowerBound(), Math.max(at, last) + item.trueUpperBound());
        }
        if (item.isContiguous()) {
            block(at + item.offset(0), count * item.size());
            return;
        }
        for (long i = 0; i < count; i++) {
            for (int block = 0; block < item.blocks(); block++) {
                block(at + i * item.extent() + item.offset(block), item.length(block));
            }
        }
    }

    private void block(long offset, long length) {
        if (length == 0) {
            return;
        }
        if (blocks > 0 && offsets[blocks - 1] + lengths[blocks - 1] == offset) {
            lengths[blocks - 1] += length;
            return;
        }
        if (blocks == MOST_BLOCKS) {
            throw new IllegalArgumentException("the datatype has more than " + MOST_BLOCKS
                    + " blocks that do not touch; use fewer items in the type and a larger count in the call");
        }
        if (blocks == offsets.length) {
            offsets = Arrays.copyOf(offsets, blocks * 2);
            lengths = Arrays.copyOf(lengths, blocks * 2);
        }
        offsets[blocks] = offset;
        lengths[blocks] = length;
        blocks++;
    }

    /** The layout, with the bounds that follow from its parts: explicit ones count alone where there are any. */
    Layout build(Signature signature) {
        if (!marked.isEmpty()) {
            return layout(signature, marked.low, marked.high, true);
        }
        if (plain.isEmpty()) {
            return layout(signature, 0, 0, false);
        }
        long extent = plain.high - plain.low;
        int alignment = signature.alignment();
        long padded = (extent + alignment - 1) / alignment * alignment;
        return layout(signature, plain.low, plain.low + padded, false);
    }

    private Layout layout(Signature signature, long lowerBound, long upperBound, boolean resized) {
        return new Layout(
                signature,
                Arrays.copyOf(offsets, blocks),
                Arrays.copyOf(lengths, blocks),
                lowerBound,
                upperBound,
                resized);
    }
}
