package io.jmpi.samples.matmul;

import io.jmpi.samples.FailureException;
import io.jmpi.samples.Png;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The table as bars on a logarithmic scale: what was measured here, and under it what the talk has.
 *
 * <pre>
 *          naive: three loops |================================= 16.2 s
 *                       1 CPU |----------------------------------- 20 s
 *
 *      blas: OpenBLAS, 1 core |=============== 1.21 s
 *            1 CPU with ATLAS |----------------------- 6.5 s
 *                           0.1 s          1 s            10 s
 * </pre>
 */
final class Plot {

    private static final int WIDTH = 1000;
    private static final int LEFT = 300;
    private static final int RIGHT = 100;
    private static final int TOP = 80;
    private static final int BOTTOM = 40;
    private static final int BAR = 18;
    private static final int LINE = 22;
    private static final int GAP = 12;
    private static final int PAD = 8;
    private static final Color HERE = new Color(0x1F6FEB);
    private static final Color TALK = new Color(0xB8C4D0);
    private static final Color GRID = new Color(0xE4E8EC);
    private static final Color TEXT = new Color(0x24292F);

    /** A bar, of no length where there is no time; the first of its group with a gap above. */
    private record Bar(String label, double seconds, String text, boolean isFirst) {}

    private final String title;
    private final List<Bar> bars = new ArrayList<>();
    private final int firstDecade;
    private final int decades;

    Plot(String title, List<Row> rows) {
        this.title = title;
        for (Row row : rows) {
            add(row);
        }
        double[] times = bars.stream()
                .mapToDouble(Bar::seconds)
                .filter(s -> s > 0)
                .sorted()
                .toArray();
        double shortest = times.length == 0 ? 1 : times[0];
        double longest = times.length == 0 ? 1 : times[times.length - 1];
        // Half as long as the shortest, so that it too is a bar that one sees.
        this.firstDecade = (int) Math.floor(Math.log10(shortest / 2));
        this.decades = Math.max(1, (int) Math.ceil(Math.log10(longest)) - firstDecade);
    }

    private void add(Row row) {
        if (row.isMade()) {
            double seconds = row.times().all();
            String text = seconds(seconds) + (row.isWrong() ? ", WRONG" : "");
            bars.add(new Bar(row.way() + ": " + row.means(), seconds, text, true));
        } else {
            bars.add(new Bar(row.way().toString(), 0, "not here", true));
        }
        for (Talk talk : row.way().talk()) {
            bars.add(new Bar(talk.by(), talk.seconds(), seconds(talk.seconds()), false));
        }
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 0.1 ? "%.4f s" : "%.2f s", seconds);
    }

    /**
     * Draws it; needs no screen.
     *
     * @throws FailureException where Java cannot write letters
     */
    BufferedImage draw() {
        int groups = (int) bars.stream().filter(Bar::isFirst).count();
        int bottom = TOP + bars.size() * LINE + groups * GAP;
        BufferedImage image = Png.image(WIDTH, bottom + BOTTOM);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            drawHeading(graphics);
            drawScale(graphics, bottom);
            drawBars(graphics);
        } catch (LinkageError | InternalError e) {
            throw new FailureException("Java finds no letters to write with: " + e.getMessage()
                    + "; apt-get install fontconfig fonts-dejavu-core");
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void drawHeading(Graphics2D graphics) {
        graphics.setColor(TEXT);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        graphics.drawString(title, PAD, 24);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        drawKey(graphics, LEFT, HERE, "here");
        drawKey(graphics, LEFT + 90, TALK, "in the talk");
    }

    private static void drawKey(Graphics2D graphics, int x, Color colour, String text) {
        graphics.setColor(colour);
        graphics.fillRect(x, 44, BAR, BAR);
        graphics.setColor(TEXT);
        graphics.drawString(text, x + BAR + PAD, 58);
    }

    private void drawScale(Graphics2D graphics, int bottom) {
        for (int decade = 0; decade <= decades; decade++) {
            double seconds = Math.pow(10, (double) firstDecade + decade);
            int x = LEFT + length(seconds);
            graphics.setColor(GRID);
            graphics.drawLine(x, TOP, x, bottom + PAD);
            graphics.setColor(TEXT);
            String text = (seconds < 1 ? Double.toString(round(seconds)) : Long.toString(Math.round(seconds))) + " s";
            graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text) / 2, bottom + 3 * PAD);
        }
    }

    /** Without what 10^n in binary has at its end. */
    private static double round(double seconds) {
        return Math.round(seconds * 1e9) / 1e9;
    }

    private void drawBars(Graphics2D graphics) {
        int y = TOP;
        for (Bar bar : bars) {
            y += bar.isFirst() ? GAP : 0;
            int length = bar.seconds() > 0 ? length(bar.seconds()) : 0;
            graphics.setColor(bar.isFirst() ? HERE : TALK);
            graphics.fillRect(LEFT, y, length, BAR);
            graphics.setColor(TEXT);
            int labelWidth = graphics.getFontMetrics().stringWidth(bar.label());
            graphics.drawString(bar.label(), LEFT - PAD - labelWidth, y + 14);
            graphics.drawString(bar.text(), LEFT + length + PAD, y + 14);
            y += LINE;
        }
    }

    private int length(double seconds) {
        return (int) Math.round((WIDTH - LEFT - RIGHT) * (Math.log10(seconds) - firstDecade) / decades);
    }
}
