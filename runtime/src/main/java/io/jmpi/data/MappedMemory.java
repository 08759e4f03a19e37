package io.jmpi.data;

import java.nio.Buffer;

/**
 * A buffer seen through the {@link Layout} of a derived datatype: offsets in it count the bytes of its packed items, and
 * what is moved is gathered from their blocks, or scattered to them, on the way to and from message memory. Nothing is
 * copied aside; any part can be moved at any time, so a long message is packed piece by piece.
 *
 * <p>It is made for one call and one buffer, and is that buffer as well: {@link UserMemory#of} of it is itself.
 */
public final class MappedMemory extends UserMemory {

    /** Elements from which on a bulk copy of a block is faster than loops over all the blocks' first, second, ... ones. */
    private static final int BULK = 8;

    /** Most elements that go by way of an array at a time; those of a piece of a message. */
    private static final int STAGED = 1024;

    private final Object buffer;
    private final UserMemory base;
    private final int shift;
    private final Layout layout;
    private final long origin;
    private Object staged;
    private int stagedBlocks;

    private MappedMemory(Object buffer, UserMemory base, Layout layout, long origin) {
        super(base.element());
        this.buffer = buffer;
        this.base = base;
        this.shift = base.element().shift();
        this.layout = layout;
        this.origin = origin;
    }

    /**
     * A buffer with items, whose blocks must lie within it.
     *
     * @param origin of the first item, in bytes
     * @throws IllegalArgumentException when the buffer is typed and an item's parts are not at its elements
     */
    public static UserMemory of(Object buffer, Layout layout, long origin) {
        Object whole = buffer instanceof Buffer view && view.limit() < view.capacity()
                ? view.duplicate().clear()
                : buffer;
        UserMemory plain = UserMemory.of(whole);
        Element element = layout.element();
        boolean raw = plain == ByteMemory.INSTANCE;
        if (raw && element != null && element.size() > 1 && isAligned(layout, element, origin)) {
            UserMemory typed = UserMemory.of(element);
            Object view = typed.viewOfRaw(whole, 0, plain.capacity(whole) & -element.size());
            return new MappedMemory(view, typed, layout, origin);
        }
        if (!raw && !isAligned(layout, plain.element(), origin)) {
            throw new IllegalArgumentException("the datatype has parts at fractions of the elements of a "
                    + buffer.getClass().getTypeName() + "; use a ByteBuffer or a byte[]");
        }
        return new MappedMemory(whole, plain, layout, origin);
    }

    private static boolean isAligned(Layout layout, Element element, long origin) {
        return layout.isAligned(element) && (origin & (element.size() - 1)) == 0;
    }

    @Override
    int arrayLength(Object array) {
        throw new UnsupportedOperationException("a mapped buffer ends where its datatype does");
    }

    /** The message memory itself; which view of it is needed, the memory underneath knows. */
    @Override
    public Object view(Wire wire) {
        return wire;
    }

    @Override
    void move(Object source, int from, Object target, int to, int count) {
        if (target instanceof Wire wire) {
            transfer((long) from << shift, base.view(wire), to, count, true);
        } else {
            transfer((long) to << shift, base.view((Wire) source), from, count, false);
        }
    }

    @Override
    void spread(Object source, int from, int step, Object target, int to, int targetStep, int count) {
        throw new UnsupportedOperationException("a mapped buffer is no part of another one");
    }

    /**
     * Moves some elements of packed items.
     *
     * @param position of the first, in bytes of packed items
     * @param view message memory as elements
     * @param at index of the first there
     * @param count elements
     */
    private void transfer(long position, Object view, int at, int count, boolean packing) {
        if (count == 0) {
            return;
        }
        boolean endless = layout.isEndless();
        long item = endless ? 0 : position / layout.size();
        long within = position - item * layout.size();
        long start = origin + item * layout.extent();
        int block = layout.blockAt(within);
        long into = within - layout.start(block);
        int left = count;
        int next = at;
        while (left > 0) {
            long whole = 0;
            if (into == 0 && layout.isRegular()) {
                whole = ((long) left << shift) / layout.length(block);
                whole = endless ? whole : Math.min(whole, layout.blocks() - block);
            }
            int moved;
            if (whole > 1) {
                moved = moveBlocks(start + layout.offset(block), (int) whole, view, next, packing);
                block += (int) whole;
            } else {
                long rest = (layout.length(block) - into) >> shift;
                moved = (int) Math.min(rest, left);
                moveBlock((int) ((start + layout.offset(block) + into) >> shift), moved, view, next, packing);
                into += (long) moved << shift;
                if (moved == rest) {
                    into = 0;
                    block++;
                }
            }
            if (block == layout.blocks() && !endless) {
                block = 0;
                start += layout.extent();
            }
            next += moved;
            left -= moved;
        }
    }

    private void moveBlock(int index, int length, Object view, int at, boolean packing) {
        if (packing) {
            base.move(buffer, index, view, at, length);
        } else {
            base.move(view, at, buffer, index, length);
        }
    }

    /**
     * Moves equal blocks at equal distances, short ones by way of a small array: a loop over two arrays runs 1.5 times as
     * fast as one over an array and a buffer, more than the bulk copy from there costs. Returns the number of elements.
     */
    private int moveBlocks(long offset, int blocks, Object view, int at, boolean packing) {
        int length = (int) (layout.length(0) >> shift);
        int step = (int) (layout.stride() >> shift);
        int index = (int) (offset >> shift);
        if (length >= BULK) {
            for (int block = 0; block < blocks; block++) {
                moveBlock(index + block * step, length, view, at + block * length, packing);
            }
            return blocks * length;
        }
        int most = Math.min(blocks, STAGED / length);
        if (staged == null || stagedBlocks < most) {
            staged = base.element().newArray(most * length);
            stagedBlocks = most;
        }
        for (int done = 0; done < blocks; done += most) {
            int part = Math.min(most, blocks - done);
            int first = index + done * step;
            int place = at + done * length;
            if (!packing) {
                base.move(view, place, staged, 0, part * length);
            }
            for (int i = 0; i < length; i++) {
                if (packing) {
                    base.spread(buffer, first + i, step, staged, i, length, part);
                } else {
                    base.spread(staged, i, length, buffer, first + i, step, part);
                }
            }
            if (packing) {
                base.move(staged, 0, view, place, part * length);
            }
        }
        return blocks * length;
    }
}
