package io.jmpi.data;

import java.util.Arrays;

/**
 * Where the elements of one item of a datatype lie: its type map (MPI 4.1, 5.1), flattened to blocks of bytes.
 *
 * <pre>
 *     origin                                             origin + extent
 *     |     offset(0)             offset(1)              |
 *     |     |== length(0) ==|     |=== length(1) ===|    |     next item
 *
 *   packed: |== length(0) ==|=== length(1) ===|                size() bytes
 *           start(0)        start(1)
 * </pre>
 *
 * Blocks are in the order of the elements in a message and touch none that follows. Equal blocks at equal distances, as of
 * a column of a matrix, are known as {@link #isRegular regular} and kept as three numbers. Immutable; all numbers are bytes.
 */
public final class Layout {

    private final Signature signature;
    private final long lowerBound;
    private final long upperBound;
    private final boolean resized;
    private final long trueLowerBound;
    private final long trueUpperBound;

    private final int blocks;
    private final boolean regular;
    private final long stride;
    private final long[] offsets;

    /** Where blocks begin in the packed item, and where it ends. */
    private final long[] starts;

    Layout(Signature signature, long[] offsets, long[] lengths, long lowerBound, long upperBound, boolean resized) {
        this.signature = signature;
        this.lowerBound = lowerBound;
        this.upperBound = upperBound;
        this.resized = resized;
        this.blocks = offsets.length;
        long low = blocks == 0 ? 0 : Long.MAX_VALUE;
        long high = blocks == 0 ? 0 : Long.MIN_VALUE;
        for (int block = 0; block < blocks; block++) {
            low = Math.min(low, offsets[block]);
            high = Math.max(high, offsets[block] + lengths[block]);
        }
        this.trueLowerBound = low;
        this.trueUpperBound = high;
        this.regular = isRegular(offsets, lengths);
        this.stride = blocks < 2 ? upperBound - lowerBound : offsets[1] - offsets[0];
        this.offsets = regular ? Arrays.copyOf(offsets, 1) : offsets;
        this.starts = regular ? new long[] {0, lengths[0]} : sums(lengths);
    }

    private Layout(Layout same, long lowerBound, long upperBound) {
        this.signature = same.signature;
        this.lowerBound = lowerBound;
        this.upperBound = upperBound;
        this.resized = true;
        this.blocks = same.blocks;
        this.trueLowerBound = same.trueLowerBound;
        this.trueUpperBound = same.trueUpperBound;
        this.regular = same.regular;
        this.stride = blocks < 2 ? upperBound - lowerBound : same.stride;
        this.offsets = same.offsets;
        this.starts = same.starts;
    }

    private static boolean isRegular(long[] offsets, long[] lengths) {
        for (int block = 1; block < offsets.length; block++) {
            if (lengths[block] != lengths[0] || offsets[block] - offsets[block - 1] != offsets[1] - offsets[0]) {
                return false;
            }
        }
        return offsets.length > 0;
    }

    private static long[] sums(long[] lengths) {
        long[] sums = new long[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            sums[i + 1] = sums[i] + lengths[i];
        }
        return sums;
    }

    /** One element. */
    public static Layout of(Element element) {
        long[] offsets = {0};
        long[] lengths = {element.size()};
        return new Layout(Signature.of(element), offsets, lengths, 0, element.size(), false);
    }

    /**
     * Blocks of items at equal distances.
     *
     * @param count number of blocks
     * @param blockLength items in each
     * @param stride from one block to the next
     */
    public static Layout vector(int count, int blockLength, long stride, Layout item) {
        LayoutBuilder builder = new LayoutBuilder();
        if (stride == blockLength * item.extent()) {
            builder.add(item, 0, (long) count * blockLength);
        } else {
            for (int block = 0; block < count; block++) {
                builder.add(item, block * stride, blockLength);
            }
        }
        return builder.build(Signature.of(new Signature[] {item.signature}, new long[] {(long) count * blockLength}));
    }

    /**
     * Blocks of items anywhere.
     *
     * @param blockLengths items in each block
     * @param displacements where blocks have their origin
     * @param items what each block is of
     */
    public static Layout struct(int[] blockLengths, long[] displacements, Layout[] items) {
        LayoutBuilder builder = new LayoutBuilder();
        Signature[] parts = new Signature[blockLengths.length];
        long[] counts = new long[blockLengths.length];
        int used = 0;
        for (int block = 0; block < blockLengths.length; block++) {
            builder.add(items[block], displacements[block], blockLengths[block]);
            if (blockLengths[block] != 0 && items[block].size() != 0) {
                parts[used] = items[block].signature;
                counts[used] = blockLengths[block];
                used++;
            }
        }
        return builder.build(Signature.of(Arrays.copyOf(parts, used), Arrays.copyOf(counts, used)));
    }

    /** The same with other bounds, so that items that follow each other lie elsewhere. */
    public Layout resized(long newLowerBound, long newExtent) {
        return new Layout(this, newLowerBound, newLowerBound + newExtent);
    }

    /** Bytes of data in an item. */
    public long size() {
        return signature.bytes();
    }

    /** From one item to the next. */
    public long extent() {
        return upperBound - lowerBound;
    }

    public long lowerBound() {
        return lowerBound;
    }

    long upperBound() {
        return upperBound;
    }

    /** Whether the bounds were given, rather than found. */
    boolean isResized() {
        return resized;
    }

    public long trueLowerBound() {
        return trueLowerBound;
    }

    public long trueUpperBound() {
        return trueUpperBound;
    }

    /** The element that all are, or null where they differ. */
    public Element element() {
        return signature.element();
    }

    /** How many basic elements so many bytes of packed items are. */
    public long elementsIn(long bytes) {
        return signature.elementsIn(bytes);
    }

    /** How many bytes of packed items so many basic elements are. */
    public long bytesOf(long elements) {
        return signature.bytesOf(elements);
    }

    /** Whether items that follow each other are one block, as an array of the element is. */
    public boolean isContiguous() {
        return blocks == 1 && size() == extent();
    }

    /** Whether blocks are equal and at equal distances; one block always is. */
    boolean isRegular() {
        return regular;
    }

    /** Whether the blocks of items that follow each other go on as regular as those of one. */
    boolean isEndless() {
        return regular && extent() == blocks * stride;
    }

    int blocks() {
        return blocks;
    }

    /** From one block to the next, of a regular layout; of a single block, to that of the next item. */
    long stride() {
        return stride;
    }

    long offset(int block) {
        return regular ? offsets[0] + block * stride : offsets[block];
    }

    long length(int block) {
        return regular ? starts[1] : starts[block + 1] - starts[block];
    }

    long start(int block) {
        return regular ? block * starts[1] : starts[block];
    }

    /** The block that holds a byte of the packed item. */
    int blockAt(long position) {
        if (regular) {
            return (int) (position / starts[1]);
        }
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }

    /** Whether all places and lengths, and the way from item to item, are multiples of an element's size. */
    public boolean isAligned(Element to) {
        long bits = extent() | lowerBound | (regular ? stride : 0);
        for (long offset : offsets) {
            bits |= offset;
        }
        for (long start : starts) {
            bits |= start;
        }
        return (bits & (to.size() - 1)) == 0;
    }
}
