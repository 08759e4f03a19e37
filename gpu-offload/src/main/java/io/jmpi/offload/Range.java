package io.jmpi.offload;

import java.util.Arrays;

/** How many work-items a kernel runs, in one to three dimensions, and how many of them form a group. Immutable. */
public final class Range {

    private final long[] sizes;
    private final long[] group;

    private Range(long[] sizes, long[] group) {
        this.sizes = sizes;
        this.group = group;
    }

    /**
     * Work-items in one dimension; the device chooses the groups.
     *
     * @param x their number, 1 or more
     * @return the range
     */
    public static Range of(long x) {
        return made(x);
    }

    /**
     * Work-items in two dimensions; the device chooses the groups.
     *
     * @param x their number along the first one, which work-items of a group run along first
     * @param y along the second one
     * @return the range
     */
    public static Range of(long x, long y) {
        return made(x, y);
    }

    /**
     * Work-items in three dimensions; the device chooses the groups.
     *
     * @param x their number along the first one
     * @param y along the second one
     * @param z along the third one
     * @return the range
     */
    public static Range of(long x, long y, long z) {
        return made(x, y, z);
    }

    private static Range made(long... sizes) {
        for (long size : sizes) {
            if (size < 1) {
                throw new OffloadException(
                        "a range has one work-item or more in each dimension: " + Arrays.toString(sizes));
            }
        }
        return new Range(sizes, null);
    }

    /**
     * The same work-items in groups of a size. Groups divide the range: see {@link #covering}.
     *
     * @param group work-items in each of the range's dimensions
     * @return the range
     * @throws OffloadException when they do not divide it
     */
    public Range inGroups(long... group) {
        requireDimensions(group);
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] % group[i] != 0) {
                throw new OffloadException("groups of " + Arrays.toString(group) + " do not divide " + this
                        + "; use covering, and have the kernel leave out what is beyond");
            }
        }
        return new Range(sizes, group.clone());
    }

    /**
     * Whole groups, as few as have these work-items and perhaps more, which the kernel leaves out.
     *
     * @param group work-items in each of the range's dimensions
     * @return the range
     */
    public Range covering(long... group) {
        requireDimensions(group);
        long[] rounded = new long[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            rounded[i] = (sizes[i] + group[i] - 1) / group[i] * group[i];
        }
        return new Range(rounded, group.clone());
    }

    private void requireDimensions(long[] group) {
        if (group.length != sizes.length || Arrays.stream(group).anyMatch(size -> size < 1)) {
            throw new OffloadException(
                    "a group has one work-item or more in each dimension: " + Arrays.toString(group) + " in " + this);
        }
    }

    long[] sizes() {
        return sizes;
    }

    /** Null if the device chooses. */
    long[] group() {
        return group;
    }

    /** The sizes, and those of a group. */
    @Override
    public String toString() {
        return Arrays.toString(sizes) + (group == null ? "" : " in groups of " + Arrays.toString(group));
    }
}
