package io.jmpi.it.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jmpi.it.JobRun;
import io.jmpi.it.RunningJob;
import io.jmpi.it.hosts.Cluster;
import io.jmpi.it.hosts.Host;
import io.jmpi.it.hosts.HostCommand;
import io.jmpi.it.hosts.NamespaceCluster;
import io.jmpi.it.hosts.Program;
import io.jmpi.it.hosts.Wiring;
import io.jmpi.it.programs.FaultProgram;
import java.util.List;
import java.util.stream.Stream;

/** Three hosts with a ring, two slots each, which is booted anew when a test has broken it. */
final class RingUnderTest implements AutoCloseable {

    static final int HOSTS = 3;
    static final int RANKS = 2 * HOSTS;

    private static final String LAUNCHER = "io.jmpi.launcher.JmpiExec";
    private static final String DAEMON = "RingCommand jmpd";

    private final Cluster cluster;

    private RingUnderTest(Cluster cluster) {
        this.cluster = cluster;
    }

    static RingUnderTest start() {
        NamespaceCluster.isNeeded();
        RingUnderTest ring = new RingUnderTest(NamespaceCluster.start(Wiring.of(HOSTS)));
        ring.host(1).shell("printf 'h2:2\\nh3:2\\n' >/tmp/mpd.hosts").run().expectSuccess();
        return ring;
    }

    /** One of the hosts; the user sits at the first. */
    Host host(int number) {
        return cluster.host(number);
    }

    HostCommand jmpiexec(String line) {
        return host(1).shell("exec jmpiexec " + line);
    }

    /** A job of two ranks a host that wait for a message which never comes, until something goes wrong. */
    RunningJob startWaiting(String options) {
        String program = FaultProgram.class.getName() + " waits 99";
        RunningJob job = jmpiexec(options + " -n " + RANKS + " java -cp " + JobRun.classes() + " " + program)
                .start();
        for (int rank = 0; rank < RANKS; rank++) {
            job.awaitOutput("ready " + rank + "\n");
        }
        return job;
    }

    /** Makes sure of a ring of all hosts. */
    void boot() {
        if (host(1).command("jmpdtrace").run().outLines().size() == HOSTS) {
            return;
        }
        for (Host host : cluster.hosts()) {
            host.endAllPrograms();
            host.command("jmpdcleanup").run();
        }
        host(1).command("jmpdboot", "-n", "" + HOSTS, "-f", "/tmp/mpd.hosts", "--ncpus=2")
                .run()
                .expectSuccess();
    }

    /** The launcher that runs on the first host. */
    Program launcher() {
        return only(host(1), LAUNCHER);
    }

    Program daemon(Host host) {
        return only(host, DAEMON);
    }

    private static Program only(Host host, String text) {
        List<Program> found = host.programs().stream()
                .filter(program ->
                        program.command().contains(text) && program.command().contains("java"))
                .toList();
        assertEquals(1, found.size(), text + " on " + host + ": " + found);
        return found.get(0);
    }

    void signalLauncher(String name) {
        launcher().signal(host(1), name);
    }

    /** The processes on a host that belong to a rank, whatever it has started. */
    static String ranks(Host host) {
        return host.shell("grep -lz ^JMPI_RANK= /proc/[0-9]*/environ 2>&-")
                .run()
                .out();
    }

    static String rank(Host host, int rank) {
        String file = host.shell("grep -lzx JMPI_RANK=" + rank + " /proc/[0-9]*/environ 2>&- | head -n 1")
                .out();
        return Stream.of(file.split("/")).skip(2).findFirst().orElseThrow();
    }

    /** Nothing of a job is left on any host. */
    void awaitNoRanks() {
        for (Host host : cluster.hosts()) {
            long end = System.nanoTime() + 10_000_000_000L;
            while (!ranks(host).isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("ranks left on " + host + ": " + ranks(host));
                }
            }
            String files =
                    host.shell("ls -d /tmp/jmpi-* /dev/shm/jmpi-* 2>&-").run().out();
            assertEquals("", files, "files left on " + host);
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
