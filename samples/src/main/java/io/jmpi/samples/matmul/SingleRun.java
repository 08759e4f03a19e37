package io.jmpi.samples.matmul;

import io.jmpi.samples.FailureException;
import io.jmpi.samples.Progress;
import java.util.Locale;

/** Makes the product in one way, and reports where the time goes. Where rank 0 does it alone, the others are done. */
final class SingleRun {

    private static final double GIGA = 1e9;

    private final Setting setting;
    private final Way way;
    private final Progress progress;
    private final Shape shape;

    /** Every rank makes one. */
    SingleRun(Setting setting, Way way, Progress progress) {
        this.setting = setting;
        this.way = way;
        this.progress = progress;
        this.shape = setting.matrices().shape();
    }

    /**
     * Every rank calls it.
     *
     * @param checks rounds of Freivalds' test
     * @param seed of that test
     * @throws FailureException when this way does not work here, or the product is wrong
     */
    void run(int repeats, int checks, long seed, RankHosts hosts) {
        boolean isRoot = setting.world().getRank() == 0;
        if (!isRoot && !way.isByAll()) {
            return;
        }
        Times[] times = new Times[repeats];
        try (Product product = way.product(setting)) {
            progress.show("rehearsing with small matrices");
            product.rehearse();
            for (int i = 0; i < repeats; i++) {
                times[i] = product.multiply(progress);
            }
        }
        if (!isRoot) {
            return;
        }
        Stopwatch watch = new Stopwatch();
        progress.show("checking C");
        double error = setting.matrices().test().largestError(checks, seed);
        double checking = watch.lap();
        progress.show("");
        print("%s in double%n%s: %s%n", shape, hosts, way.means(setting));
        for (Times each : times) {
            report(each);
        }
        if (error > 1) {
            throw new FailureException(String.format(
                    Locale.ROOT,
                    "the product is wrong: Freivalds' test found an error of %.3g times what rounding explains",
                    error));
        }
        print(
                "verified       %8.3f s  (Freivalds' test, %d rounds; largest error %.1e of the tolerance)%n",
                checking, checks, error);
    }

    private void report(Times longest) {
        print("time           %8.3f s  %7.1f GFLOP/s%n", longest.all(), shape.operations() / longest.all() / GIGA);
        print("computation    %8.3f s  (the longest of any rank)%n", longest.computation());
        if (longest.transfer() > 0) {
            print("transfer       %8.3f s  (to the device and back)%n", longest.transfer());
        }
        if (way.isByAll()) {
            print(
                    "communication  %8.3f s  (scatter A %.3f, broadcast B %.3f, gather C %.3f)%n",
                    longest.communication(), longest.scatter(), longest.broadcast(), longest.gather());
            print("waiting        %8.3f s  (of the rank that computed fastest)%n", longest.waiting());
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
