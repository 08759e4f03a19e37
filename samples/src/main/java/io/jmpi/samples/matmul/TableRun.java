package io.jmpi.samples.matmul;

import io.jmpi.samples.FailureException;
import io.jmpi.samples.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mpi.Intracomm;

/**
 * Makes the product in many ways, one after the other in one job. What rank 0 does alone it does while the others wait for
 * it in a collective, asleep, so that all processors are its own.
 *
 * <p>Each product is {@linkplain Product#rehearse rehearsed}, then made a few times of which the median counts; one that is
 * slow is made only once.
 */
final class TableRun {

    private final Intracomm world;
    private final Setting setting;
    private final int repeats;
    private final int checks;
    private final Progress progress;
    private final boolean isRoot;

    /**
     * Every rank makes one.
     *
     * @param repeats how often to time what is not slow
     * @param checks rounds of Freivalds' test
     */
    TableRun(Setting setting, int repeats, int checks, Progress progress) {
        this.world = setting.world();
        this.setting = setting;
        this.repeats = repeats;
        this.checks = checks;
        this.progress = progress;
        this.isRoot = world.getRank() == 0;
    }

    /** The rows, at rank 0; elsewhere they mean nothing. Every rank calls it. */
    List<Row> rows(List<Way> ways) {
        List<Row> rows = new ArrayList<>();
        for (Way way : ways) {
            rows.add(row(way));
        }
        return rows;
    }

    private Row row(Way way) {
        boolean takesPart = isRoot || way.isByAll();
        Product product = null;
        String problem = null;
        if (takesPart) {
            progress.show(way + ": preparing");
            try {
                product = way.product(setting);
            } catch (FailureException e) {
                problem = e.getMessage();
            }
        }
        try {
            problem = firstOf(world.allGatherObject(problem));
            if (problem != null || !takesPart) {
                return Row.missing(way, problem);
            }
            if (isRoot) {
                setting.matrices().spoil();
            }
            Times times = time(way, product);
            return Row.made(way, way.means(setting), times, isRoot ? error(way) : 0);
        } finally {
            if (product != null) {
                product.close();
            }
        }
    }

    /** What keeps a rank from taking part, by the first rank of which that is true; null when nothing does. */
    private static String firstOf(List<String> problems) {
        for (String problem : problems) {
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private Times time(Way way, Product product) {
        if (way.isSlow(setting)) {
            return product.multiply(progress);
        }
        progress.show(way + ": rehearsing");
        product.rehearse();
        List<Times> times = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            times.add(product.multiply(progress));
        }
        times.sort(Comparator.comparingDouble(Times::all));
        return times.get(repeats / 2);
    }

    private double error(Way way) {
        progress.show(way + ": checking C");
        return setting.matrices().test().largestError(checks, System.nanoTime());
    }
}
