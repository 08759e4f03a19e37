package io.jmpi.it.ring;

import io.jmpi.it.hosts.Cluster;
import io.jmpi.it.hosts.Host;
import io.jmpi.it.hosts.HostCommand;
import io.jmpi.it.hosts.NamespaceCluster;
import io.jmpi.it.hosts.Program;
import io.jmpi.it.hosts.Wiring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Measures a ring over hosts made of namespaces: boot, trace, idle daemons, and jobs over several hosts beside one. Not a
 * test: a program, for a quiet machine.
 *
 * <pre>
 *   RingFigures [HOSTS [REPEATS]]        16 hosts, 5 repeats
 * </pre>
 */
final class RingFigures {

    private static final int JOB_HOSTS = 4;
    private static final int RANKS = 16;
    private static final int IDLE_SECONDS = 30;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String SAMPLES = "java -jar " + Cluster.SAMPLES + " ";

    private final Cluster cluster;
    private final Host seat;
    private final int repeats;

    private RingFigures(Cluster cluster, int repeats) {
        this.cluster = cluster;
        this.seat = cluster.host(1);
        this.repeats = repeats;
    }

    public static void main(String[] args) throws InterruptedException {
        int hosts = args.length > 0 ? Integer.parseInt(args[0]) : 16;
        int repeats = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        try (Cluster cluster = NamespaceCluster.start(Wiring.of(hosts))) {
            new RingFigures(cluster, repeats).measure(hosts);
        }
    }

    private void measure(int hosts) throws InterruptedException {
        seat.shell("for n in $(seq 2 " + hosts + "); do echo h$n; done >/tmp/mpd.hosts")
                .run()
                .expectSuccess();
        HostCommand boot = seat.shell("jmpdboot -n " + hosts + " -f /tmp/mpd.hosts");
        HostCommand end = seat.shell("jmpdallexit");
        HostCommand ssh = seat.shell("ssh h2 java -version");
        millis(ssh);
        List<Double> sshs = new ArrayList<>();
        List<Double> boots = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            sshs.add(millis(ssh));
            boots.add(millis(boot));
            millis(end);
        }
        report("ssh h2 java -version", sshs);
        report("jmpdboot -n " + hosts, boots);
        boot.run().expectSuccess();
        report("jmpdtrace", repeat(() -> seat.shell("jmpdtrace")));
        reportStart();
        String across = "jmpiexec -ppn " + RANKS / JOB_HOSTS + hostList(JOB_HOSTS) + " -n " + RANKS + " " + SAMPLES;
        for (int i = 0; i < repeats; i++) {
            show(across + "bench --buffers array --repeats 20 barrier");
            show(across + "bench --buffers array --repeats 20 --sizes 8 allreduce");
        }
        for (int i = 0; i < repeats; i++) {
            show("jmpiexec -hosts h1 -n 4 " + SAMPLES + "matmul");
            show("jmpiexec -hosts h1 -n 8 " + SAMPLES + "matmul");
            show("jmpiexec -hosts h1:4,h2:4 -n 8 " + SAMPLES + "matmul");
        }
        reportIdle();
        end.run().expectSuccess();
    }

    /** Runs a job that measures itself. */
    private void show(String line) {
        System.out.println(line.replace(Cluster.SAMPLES, "jmpi-samples.jar"));
        System.out.println(seat.shell(line).run().expectStatus(0).out());
    }

    private static String hostList(int count) {
        StringBuilder list = new StringBuilder(" -hosts h1");
        for (int number = 2; number <= count; number++) {
            list.append(",h").append(number);
        }
        return list.toString();
    }

    /** The same job on one host and on several, in turn. */
    private void reportStart() {
        HostCommand one = seat.shell("jmpiexec -hosts h1 -n " + RANKS + " " + SAMPLES + "hello");
        HostCommand several = seat.shell(
                "jmpiexec -ppn " + RANKS / JOB_HOSTS + hostList(JOB_HOSTS) + " -n " + RANKS + " " + SAMPLES + "hello");
        millis(one);
        millis(several);
        List<Double> ones = new ArrayList<>();
        List<Double> severals = new ArrayList<>();
        for (int i = 0; i < 2 * repeats; i++) {
            ones.add(millis(one));
            severals.add(millis(several));
        }
        report(RANKS + " ranks say hello on one host", ones);
        report(RANKS + " ranks say hello on " + JOB_HOSTS + " hosts", severals);
    }

    private void reportIdle() throws InterruptedException {
        Thread.sleep(5_000);
        List<Double> before = processorTimes();
        long start = System.nanoTime();
        Thread.sleep(IDLE_SECONDS * 1_000L);
        List<Double> after = processorTimes();
        double wall = System.nanoTime() - start;
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            shares.add(100 * (after.get(i) - before.get(i)) / wall);
        }
        report("idle daemon, % of a processor", shares);
        List<Double> sizes = new ArrayList<>();
        for (Host host : cluster.hosts()) {
            sizes.add(Double.parseDouble(daemon(host, "awk '/VmRSS/{print $2 / 1024}' /proc/%d/status")));
        }
        report("idle daemon, MiB resident", sizes);
    }

    /** Nanoseconds of all threads of each daemon. */
    private List<Double> processorTimes() {
        List<Double> times = new ArrayList<>();
        for (Host host : cluster.hosts()) {
            times.add(
                    Double.parseDouble(daemon(host, "cat /proc/%d/task/*/schedstat | awk '{s += $1} END {print s}'")));
        }
        return times;
    }

    private static String daemon(Host host, String line) {
        Program daemon = host.programs().stream()
                .filter(program -> program.command().contains("RingCommand"))
                .findFirst()
                .orElseThrow();
        return host.shell(String.format(line, daemon.pid())).out().strip();
    }

    private List<Double> repeat(Supplier<HostCommand> command) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            times.add(millis(command.get()));
        }
        return times;
    }

    private static double millis(HostCommand command) {
        long start = System.nanoTime();
        command.run().expectStatus(0);
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    private static void report(String what, List<Double> values) {
        Collections.sort(values);
        System.out.printf(
                "%-40s median %9.2f, best %9.2f, worst %9.2f%n",
                what, values.get(values.size() / 2), values.get(0), values.get(values.size() - 1));
    }
}
