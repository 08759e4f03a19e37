package io.jmpi.it.hosts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.JobResult;
import io.jmpi.it.JobRun;
import io.jmpi.it.RunningJob;
import io.jmpi.it.programs.ApiProgram;
import io.jmpi.it.programs.LossProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TCP between ranks of real hosts, however those are wired, and when the wire is cut. */
class TcpIT {

    private static final int RANKS_PER_HOST = 2;

    @BeforeAll
    static void needsNamespaces() {
        NamespaceCluster.isNeeded();
    }

    static Stream<Wiring> wirings() {
        return Stream.of(
                Wiring.of(2),
                Wiring.of(2).networks(2).andIpv6().withOwnNameOnLoopback().withDocker0(),
                Wiring.of(2).onlyIpv6().withOwnNameOnLoopback());
    }

    private static void boot(Cluster cluster) {
        StringBuilder names = new StringBuilder();
        cluster.hosts().forEach(host -> names.append(host.name()).append('\n'));
        int count = cluster.hosts().size();
        cluster.host(1)
                .shell("printf '" + names + "' > /tmp/mpd.hosts && jmpdboot -n " + count + " -f /tmp/mpd.hosts")
                .run()
                .expectSuccess();
    }

    private static HostCommand job(Host host, int ranks, List<String> options, Class<?> program, String... arguments) {
        List<String> words = new ArrayList<>(List.of("jmpiexec", "-n", Integer.toString(ranks)));
        words.addAll(options);
        words.add("java");
        words.addAll(JobRun.LEAN);
        words.addAll(List.of("-cp", JobRun.classes(), program.getName()));
        words.addAll(List.of(arguments));
        return host.command(words.toArray(new String[0]));
    }

    @ParameterizedTest
    @MethodSource("wirings")
    void shouldConnectHoweverHostsAreWired(Wiring wiring) {
        try (Cluster cluster = NamespaceCluster.start(wiring)) {
            boot(cluster);
            int ranks = wiring.hosts() * RANKS_PER_HOST;
            List<String> inRange = List.of("-env", "JMPI_PORT_RANGE", "40000-40009");
            JobResult result = job(cluster.host(1), ranks, inRange, ApiProgram.class, "messages", "collectives")
                    .run()
                    .expectSuccess();
            for (int rank = 0; rank < ranks; rank++) {
                result.expectOutContains("rank " + rank + " of " + ranks + ": ");
            }
            cluster.host(1).command("jmpdallexit").run().expectSuccess();
        }
    }

    /** Four ranks of one host have memory in common, two of another have not, and the last is alone. */
    @Test
    void shouldPassAllChecksWithDifferentNumbersOfRanks() {
        try (Cluster cluster = NamespaceCluster.start(Wiring.of(3))) {
            boot(cluster);
            List<String> options = List.of("-hosts", "h1:4,h2:2,h3:1");
            JobResult result =
                    job(cluster.host(1), 7, options, ApiProgram.class).run().expectSuccess();
            for (int rank = 0; rank < 7; rank++) {
                result.expectOutContains("rank " + rank + " of 7: ");
            }
            cluster.host(1).command("jmpdallexit").run().expectSuccess();
        }
    }

    /** Whether it waits for the other rank or has sent it more than that reads: in time, and with its name. */
    @ParameterizedTest
    @ValueSource(strings = {"waits", "sends"})
    void shouldNameThePeerThatIsCutOff(String what) throws Exception {
        try (Cluster cluster = NamespaceCluster.start(Wiring.of(2))) {
            boot(cluster);
            List<String> options = List.of("-hosts", "h1,h2", "-env", "JMPI_PEER_TIMEOUT", "2");
            try (RunningJob job = job(cluster.host(1), 2, options, LossProgram.class, what)
                    .readingFromTest()
                    .start()) {
                job.awaitOutput("ready");
                cluster.host(2).cutOff();
                job.stdin().write('\n');
                job.stdin().flush();
                job.await("the loss to be told", () -> job.soFar().out().contains(" s: "));
                String told = job.soFar().out();
                assertTrue(told.contains("rank 1 on h2 is lost: "), told);
                int seconds = Integer.parseInt(told.substring(told.indexOf("after ") + 6, told.indexOf(" s: ")));
                assertTrue(seconds <= 4, told);
            } finally {
                cluster.host(2).reconnect();
                cluster.hosts().forEach(Host::endAllPrograms);
            }
        }
    }

    /** Longer than the time after which a peer is given up: its kernel answers, so it is not lost. */
    @Test
    void shouldWaitForARankThatStandsStill() throws Exception {
        try (Cluster cluster = NamespaceCluster.start(Wiring.of(2))) {
            boot(cluster);
            List<String> options = List.of("-hosts", "h1,h2", "-env", "JMPI_PEER_TIMEOUT", "2");
            try (RunningJob job = job(cluster.host(1), 2, options, LossProgram.class, "delivers")
                    .readingFromTest()
                    .start()) {
                job.awaitOutput("ready");
                signalRank(cluster.host(2), "STOP");
                job.stdin().write('\n');
                job.stdin().flush();
                TimeUnit.SECONDS.sleep(7); // in which nothing must happen
                assertFalse(job.soFar().out().contains("lost"), job.soFar()::inFull);
                signalRank(cluster.host(2), "CONT");
                job.awaitOutput("nothing is wrong");
                job.result().expectSuccess();
            } finally {
                cluster.hosts().forEach(Host::endAllPrograms);
            }
        }
    }

    private static void signalRank(Host host, String signal) {
        host.programs().stream()
                .filter(program -> program.command().contains(LossProgram.class.getName()))
                .forEach(program -> program.signal(host, signal));
    }
}
