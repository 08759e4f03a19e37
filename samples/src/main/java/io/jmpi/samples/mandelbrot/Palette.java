package io.jmpi.samples.mandelbrot;

/** Colours of counts: from dark blue over white and orange and back, again and again; the set is black. */
final class Palette {

    private static final int[] STOPS = {0x000764, 0x206BCB, 0xEDFFFF, 0xFFAA00, 0x310230, 0x000764};
    private static final double CYCLE = 64;

    private Palette() {}

    /** The colour, as 0xRRGGBB. */
    static int colour(int count, int iterations) {
        if (count >= iterations) {
            return 0;
        }
        // By the square root, since counts grow faster and faster towards the set.
        double place = Math.sqrt(count) * (STOPS.length - 1) * 8 / CYCLE % (STOPS.length - 1);
        int stop = (int) place;
        return between(STOPS[stop], STOPS[stop + 1], place - stop);
    }

    private static int between(int from, int to, double part) {
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = from >> shift & 0xFF;
            int high = to >> shift & 0xFF;
            colour |= (int) Math.round(low + (high - low) * part) << shift;
        }
        return colour;
    }
}
