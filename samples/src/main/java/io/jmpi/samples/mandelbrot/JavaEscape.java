package io.jmpi.samples.mandelbrot;

/** Counts in Java, in one thread. */
final class JavaEscape implements Escape {

    @Override
    public void count(View view, int first, int step, int[] counts) {
        double left = view.left();
        double top = view.top();
        double pixel = view.step();
        int next = 0;
        for (int row = first; row < view.height(); row += step) {
            double y = top - row * pixel;
            for (int column = 0; column < view.width(); column++) {
                counts[next++] = count(left + column * pixel, y, view.iterations());
            }
        }
    }

    /** Iterations until the point has escaped; all of them when it has not. */
    static int count(double x, double y, int iterations) {
        double re = 0;
        double im = 0;
        double re2 = 0;
        double im2 = 0;
        int count = 0;
        while (count < iterations && re2 + im2 <= 4) {
            im = 2 * re * im + y;
            re = re2 - im2 + x;
            re2 = re * re;
            im2 = im * im;
            count++;
        }
        return count;
    }
}
