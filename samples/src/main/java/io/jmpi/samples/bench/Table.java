package io.jmpi.samples.bench;

import java.util.List;
import java.util.Locale;

/** Aligned figures, a line for each size and two columns, best and median, for each kind of buffer. */
final class Table {

    private Table() {}

    static String heading(String title, List<BufferKind> kinds) {
        StringBuilder text = new StringBuilder(title).append('\n').append(String.format("%10s", "bytes"));
        for (BufferKind kind : kinds) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            text.append(String.format("%14s%12s", name + " best", "median"));
        }
        return text.toString();
    }

    /** @param figures best and median for each kind, one after the other */
    static String line(int size, double[] figures) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%10d", size));
        for (int i = 0; i < figures.length; i++) {
            text.append(String.format(Locale.ROOT, i % 2 == 0 ? "%14s" : "%12s", digits(figures[i])));
        }
        return text.toString();
    }

    /** Three digits or more. */
    static String digits(double figure) {
        return String.format(Locale.ROOT, figure < 10 ? "%.2f" : figure < 100 ? "%.1f" : "%.0f", figure);
    }
}
