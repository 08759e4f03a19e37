package io.jmpi.samples.mandelbrot;

import io.jmpi.samples.UsageException;

/**
 * What part of the complex plane is seen, in pixels that are square.
 *
 * @param width pixels of a row
 * @param height rows
 * @param centreX real part of the middle
 * @param centreY imaginary part of the middle
 * @param span from the left edge to the right one
 * @param iterations after which a point that has not escaped is taken to be in the set
 */
record View(int width, int height, double centreX, double centreY, double span, int iterations) {

    /**
     * Checks the values.
     *
     * @throws UsageException when one makes no picture
     */
    View validated() {
        if (width < 1 || height < 1 || (long) width * height > Integer.MAX_VALUE / Integer.BYTES) {
            throw new UsageException("no picture has this size: --width=" + width + " --height=" + height
                    + "; at least 1 each, and 536870911 pixels at most");
        }
        if (iterations < 1 || !(span > 0)) {
            throw new UsageException("--iterations=" + iterations + " --span=" + span + ": at least 1, and above 0");
        }
        return this;
    }

    /** From one pixel to the next. */
    double step() {
        return span / width;
    }

    /** The real part of the first column. */
    double left() {
        return centreX - span / 2 + step() / 2;
    }

    /** The imaginary part of the first row, the top. */
    double top() {
        return centreY + step() * (height - 1) / 2;
    }
}
