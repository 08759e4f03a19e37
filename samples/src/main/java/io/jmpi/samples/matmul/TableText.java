package io.jmpi.samples.matmul;

import java.util.List;
import java.util.Locale;

/** The table for readers: each row beside the talk's. */
final class TableText {

    private static final double GIGA = 1e9;
    private static final int PERCENT = 100;

    /** Columns of a way's name. */
    private static final int NAME = 12;

    private final Shape shape;
    private final List<Row> rows;
    private final Row base;
    private final int width;

    TableText(Shape shape, List<Row> rows) {
        this.shape = shape;
        this.rows = rows;
        this.base = rows.stream().filter(Row::isMade).findFirst().orElse(null);
        this.width = rows.stream().mapToInt(row -> row.means().length()).max().orElse(0);
    }

    /** What is made of what, and by whom. */
    String heading(String ranks) {
        return line(
                "%s in double; %s, %d processors, JDK %s%n",
                shape, ranks, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
    }

    /** The table. */
    String lines() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%-" + (NAME + width) + "s %9s %8s %8s %7s   %s%n",
                "",
                "time",
                "GFLOP/s",
                "speed-up",
                "moving",
                "in the talk"));
        for (Row row : rows) {
            text.append(row.isMade() ? made(row) : missing(row));
        }
        return text.toString();
    }

    /** How to read it. */
    String footing(int checks) {
        double largest = rows.stream().mapToDouble(Row::error).max().orElse(0);
        return (base == null ? "" : line("speed-up: over %s; ", base.way()))
                + line("moving: messages, and transfers to a device and back%n")
                + (largest > 1
                        ? ""
                        : line(
                                "each verified: Freivalds' test, %d rounds; largest error %.1e of the tolerance%n",
                                checks, largest));
    }

    private String made(Row row) {
        Times times = row.times();
        return line(
                "%-" + (NAME + width) + "s %7.3f s %8.1f %8s %5.0f %%   %s%n",
                line("%-" + NAME + "s%s", row.way(), row.means()),
                times.all(),
                shape.operations() / times.all() / GIGA,
                speedUp(base.times().all() / times.all()),
                PERCENT * times.shareOfMoving(),
                row.isWrong() ? "WRONG, by " + line("%.1e", row.error()) + " tolerances" : talk(row.way()));
    }

    private static String speedUp(double factor) {
        return line(factor < 1 ? "%.2f" : "%.1f", factor);
    }

    private static String missing(Row row) {
        return line("%-" + NAME + "snot here: %s%n", row.way(), row.problem());
    }

    private static String talk(Way way) {
        StringBuilder text = new StringBuilder();
        for (Talk talk : way.talk()) {
            text.append(text.isEmpty() ? "" : "; ").append(talk);
        }
        return text.isEmpty() ? "-" : text.toString();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
