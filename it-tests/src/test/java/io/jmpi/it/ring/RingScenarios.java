package io.jmpi.it.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.JobResult;
import io.jmpi.it.RunningJob;
import io.jmpi.it.hosts.Cluster;
import io.jmpi.it.hosts.Host;
import io.jmpi.it.programs.FaultProgram;
import io.jmpi.it.programs.IdleProgram;
import io.jmpi.it.programs.OutputProgram;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a user does with four hosts, and what may happen to them meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RingScenarios {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** What a job may take to end after a rank has, with the daemons' work and a loaded machine. */
    private static final long END_SECONDS = 5;

    /** What it may take until a host that says nothing is given up. */
    private static final long SILENCE_SECONDS = 30;

    private Cluster cluster;
    private Ring ring;

    abstract Cluster start();

    @BeforeAll
    void startHosts() {
        cluster = start();
    }

    @AfterAll
    void endHosts() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @BeforeEach
    void boot() {
        ring = Ring.boot(cluster);
    }

    @AfterEach
    void end() {
        try {
            ring.end();
        } finally {
            cluster.hosts().forEach(Host::restore);
        }
    }

    private Host[] hosts(int... numbers) {
        return Arrays.stream(numbers).mapToObj(cluster::host).toArray(Host[]::new);
    }

    private static void expectWithin(long seconds, long start, String what) {
        long took = System.nanoTime() - start;
        assertTrue(took < seconds * NANOS_PER_SECOND, what + " took " + took / 1_000_000 + " ms");
    }

    @Test
    void shouldTraceAllHostsFromEach() {
        for (Host host : cluster.hosts()) {
            Ring.awaitMembers(host, hosts(1, 2, 3, 4));
        }
        List<String> lines =
                ring.command("jmpdtrace", "-l").run().expectSuccess().outLines();
        assertEquals(4, lines.size(), lines::toString);
        for (Host host : cluster.hosts()) {
            String line = host.name() + "_[0-9]+ \\(" + host.address().replace(".", "\\.") + "\\)";
            assertTrue(lines.stream().anyMatch(one -> one.matches(line)), line + " in " + lines);
        }
    }

    @Test
    void shouldGreetFromSixteenRanks() {
        JobResult result = ring.sample("-n 16", "hello").run().expectSuccess();
        assertEquals(16, result.outLines().size(), result::inFull);
        for (int rank = 0; rank < 16; rank++) {
            // One after the other in the ring's order, until each host has had its turns.
            String greeting = "Hello from rank " + rank + " of 16 on h";
            assertEquals(
                    1,
                    result.outLines().stream()
                            .filter(line -> line.startsWith(greeting))
                            .count(),
                    result::inFull);
        }
        for (Host host : cluster.hosts()) {
            assertTrue(result.outLines().stream().anyMatch(line -> line.endsWith(" on " + host)), result::inFull);
        }
    }

    @Test
    void shouldMultiplyMatricesOnEightRanks() {
        ring.sample("-ppn 2 -n 8", "matmul -m 210 -k 90 -n 150")
                .run()
                .expectSuccess()
                .expectOutContains("verified");
    }

    @Test
    void shouldMeasureBetweenTwoHosts() {
        ring.sample("-hosts h2,h4 -n 2", "bench --sizes 8,100000 --repeats 2 --batch 1")
                .run()
                .expectSuccess()
                .expectOutContains("latency", "bandwidth");
    }

    @Test
    void shouldPassOnAllOutputInOrder() {
        int lines = 500;
        int length = 100;
        JobResult result = ring.program("-ppn 2 -n 8", OutputProgram.class, lines + " " + length)
                .run()
                .expectSuccess();
        for (int rank = 0; rank < 8; rank++) {
            String start = rank + " ";
            int writer = rank;
            List<String> written = IntStream.range(0, lines)
                    .mapToObj(number -> OutputProgram.line(writer, number, length))
                    .toList();
            assertEquals(
                    written,
                    result.outLines().stream()
                            .filter(line -> line.startsWith(start))
                            .toList());
        }
        assertEquals(8 * lines, result.outLines().size());
    }

    @Test
    void shouldGiveTheInputToRankZeroWhereverItIs() throws IOException {
        try (RunningJob job =
                ring.job("-hosts h3,h2 -n 2", "cat").readingFromTest().start()) {
            job.stdin().write("first\nsecond\n".getBytes());
            job.closeInput();
            job.result().expectSuccess().expectOut("first\nsecond\n");
        }
    }

    @Test
    void shouldExitWithTheStatusOfARankElsewhere() {
        ring.program("-hosts h1,h2,h3,h4 -n 4", FaultProgram.class, "exits 2 7")
                .run()
                .expectStatus(7)
                .expectErrContains("rank 2", "h3");
    }

    @Test
    void shouldEndWhenARankIsKilledElsewhere() throws IOException {
        try (RunningJob job = ring.program("-hosts h1,h2,h3,h4 -n 4", FaultProgram.class, "waits 99")
                .start()) {
            job.awaitOutput("ready 3");
            long pid = Ring.awaitRank(job, cluster.host(4), 3);
            long start = System.nanoTime();
            cluster.host(4).command("kill", "-KILL", Long.toString(pid)).run().expectSuccess();
            job.result().expectStatus(137).expectErrContains("rank 3", "h4", "signal 9");
            expectWithin(END_SECONDS, start, "the job's end");
        }
    }

    @Test
    void shouldReportTheDeathOfAHostAndGoOnWithTheOthers() throws IOException {
        try (RunningJob other = ring.program("-hosts h1,h2 -n 2", IdleProgram.class, "")
                        .readingFromTest()
                        .start();
                RunningJob job = ring.program("-hosts h1,h3,h4 -n 3", FaultProgram.class, "waits 99")
                        .start()) {
            other.awaitOutput("ready 1");
            job.awaitOutput("ready 2");
            long start = System.nanoTime();
            cluster.host(4).kill();
            JobResult result = job.result();
            expectWithin(SILENCE_SECONDS, start, "the job's end");
            assertTrue(result.status() != 0, result::inFull);
            result.expectErrContains("h4", "rank 2");
            Ring.awaitMembers(cluster.host(1), hosts(1, 2, 3));
            other.stdin().write('x');
            other.closeInput();
            other.result().expectSuccess();
        }
        ring.sample("-n 6", "hello").run().expectSuccess();
        cluster.host(4).start();
    }

    @Test
    void shouldOutlastAShortPauseOfAHost() throws IOException {
        try (RunningJob job = ring.program("-hosts h1,h2,h3,h4 -n 4", IdleProgram.class, "")
                .readingFromTest()
                .start()) {
            job.awaitOutput("ready 3");
            cluster.host(3).pause();
            // Others work meanwhile, for less than the five seconds after which it would be given up.
            ring.job("-hosts h1,h2 -n 2", "true").run().expectSuccess();
            cluster.host(3).resume();
            job.stdin().write('x');
            job.closeInput();
            job.result().expectSuccess();
        }
        Ring.awaitMembers(cluster.host(1), hosts(1, 2, 3, 4));
    }

    @Test
    void shouldTakeInAgainAHostThatStoodStill() {
        cluster.host(2).pause();
        Ring.awaitMembers(cluster.host(1), hosts(1, 3, 4));
        Ring.awaitMembers(cluster.host(3), hosts(1, 3, 4));
        cluster.host(2).resume();
        for (Host host : cluster.hosts()) {
            Ring.awaitMembers(host, hosts(1, 2, 3, 4));
        }
        ring.sample("-n 8", "hello").run().expectSuccess();
    }

    @Test
    void shouldTakeInAgainAHostThatWasCutOff() {
        try (RunningJob job = ring.program("-hosts h1,h3 -n 2", FaultProgram.class, "waits 99")
                .start()) {
            job.awaitOutput("ready 1");
            long start = System.nanoTime();
            cluster.host(3).cutOff();
            JobResult result = job.result();
            expectWithin(SILENCE_SECONDS, start, "the job's end");
            assertTrue(result.status() != 0, result::inFull);
            result.expectErrContains("h3");
        }
        Ring.awaitMembers(cluster.host(1), hosts(1, 2, 4));
        cluster.host(3).reconnect();
        for (Host host : cluster.hosts()) {
            Ring.awaitMembers(host, hosts(1, 2, 3, 4));
        }
        ring.sample("-n 8", "hello").run().expectSuccess();
    }

    @Test
    void shouldHealWhenTwoNeighboursDieAtOnce() {
        cluster.host(2).kill();
        cluster.host(3).kill();
        Ring.awaitMembers(cluster.host(1), hosts(1, 4));
        Ring.awaitMembers(cluster.host(4), hosts(1, 4));
        ring.sample("-n 4", "hello").run().expectSuccess();
        cluster.host(2).start();
        cluster.host(3).start();
    }
}
