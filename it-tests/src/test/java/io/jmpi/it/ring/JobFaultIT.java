package io.jmpi.it.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.JobResult;
import io.jmpi.it.JobRun;
import io.jmpi.it.RunningJob;
import io.jmpi.it.hosts.Host;
import io.jmpi.it.programs.FaultProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What dies while a job runs on several hosts: the job ends at once, says what has died, and leaves nothing anywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobFaultIT {

    /** What a silent host may take to be noticed, and then some for a machine that is busy. */
    private static final long SILENCE_SECONDS = 15;

    private RingUnderTest ring;

    @BeforeAll
    void start() {
        ring = RingUnderTest.start();
    }

    @AfterAll
    void end() {
        if (ring != null) {
            ring.close();
        }
    }

    @BeforeEach
    void boot() {
        ring.boot();
    }

    @AfterEach
    void nothingIsLeft() {
        ring.awaitNoRanks();
    }

    private static void expectWithin(long seconds, long start) {
        long nanos = System.nanoTime() - start;
        assertTrue(nanos < TimeUnit.SECONDS.toNanos(seconds), "took " + nanos / 1_000_000 + " ms");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 2", "5, 3"})
    void shouldEndWhenARankIsKilledAnywhere(int rank, int host) {
        try (RunningJob job = ring.startWaiting("")) {
            String pid = RingUnderTest.rank(ring.host(host), rank);
            long start = System.nanoTime();
            ring.host(host).command("kill", "-KILL", pid).run();
            JobResult result = job.result().expectStatus(137);
            expectWithin(5, start);
            result.expectErrContains(
                    "rank " + rank + " on h" + host + " (pid ", "was ended by signal 9 (SIGKILL); the job ends");
            assertEquals(1, result.err().lines().count(), result::inFull);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "throws 4          | 1 | rank 4 on h3",
                "exits 3 5         | 5 | rank 3 on h2",
                "exits 2 0         | 1 | rank 2 on h2",
                "aborts 5 7        | 7 | rank 5 on h3",
                "'never joins' 3 0 | 1 | rank 3 on h2"
            })
    void shouldBlameTheRankThatDidWrong(String fault, int status, String blamed) {
        String program = "java -cp " + JobRun.classes() + " " + FaultProgram.class.getName() + " " + fault;
        JobResult result = ring.jmpiexec("-n 6 " + program).run().expectStatus(status);
        String first = result.err()
                .lines()
                .filter(line -> line.startsWith("jmpiexec: "))
                .findFirst()
                .orElse("");
        assertTrue(first.startsWith("jmpiexec: " + blamed + " "), result::inFull);
    }

    @Test
    void shouldLeaveNothingWhenTheLauncherIsKilled() {
        try (RunningJob job = ring.startWaiting("")) {
            ring.signalLauncher("KILL");
            job.result().expectStatus(137);
        }
    }

    @Test
    void shouldReportAHostWhoseDaemonIsKilled() {
        try (RunningJob job = ring.startWaiting("")) {
            ring.daemon(ring.host(2)).signal(ring.host(2), "KILL");
            long start = System.nanoTime();
            job.result()
                    .expectStatus(1)
                    .expectErrContains("h2 is lost with ranks 2, 3: connection to its daemon lost", "the job ends");
            expectWithin(5, start);
        }
    }

    @Test
    void shouldEndWhenItsOwnDaemonIsKilled() {
        try (RunningJob job = ring.startWaiting("")) {
            ring.daemon(ring.host(1)).signal(ring.host(1), "KILL");
            job.result().expectStatus(1).expectErrContains("the connection to the daemon is lost");
        }
    }

    @Test
    void shouldEndWhenADaemonIsToldToEnd() {
        try (RunningJob job = ring.startWaiting("")) {
            ring.host(3).command("jmpdallexit").run().expectSuccess();
            assertNotEquals(0, job.result().status());
        }
    }

    /** Both sides find out by themselves: the head reports, and the host's ranks end. */
    @Test
    void shouldReportAHostThatIsCutOff() {
        Host lost = ring.host(3);
        try (RunningJob job = ring.startWaiting("")) {
            lost.cutOff();
            long start = System.nanoTime();
            job.result()
                    .expectStatus(1)
                    .expectErrContains("h3 is lost with ranks 4, 5: ", "silent for", "the job ends");
            expectWithin(SILENCE_SECONDS, start);
            while (!RingUnderTest.ranks(lost).isEmpty()) {
                expectWithin(2 * SILENCE_SECONDS, start);
            }
        } finally {
            lost.reconnect();
        }
    }

    @Test
    void shouldReportAHostThatStalls() {
        Host lost = ring.host(2);
        try (RunningJob job = ring.startWaiting("")) {
            lost.pause();
            long start = System.nanoTime();
            job.result().expectStatus(1).expectErrContains("h2 is lost with ranks 2, 3: ", "silent for");
            expectWithin(SILENCE_SECONDS, start);
        } finally {
            lost.resume();
        }
    }

    @Test
    void shouldReportAHostWithoutPower() {
        Host lost = ring.host(2);
        try (RunningJob job = ring.startWaiting("")) {
            lost.kill();
            long start = System.nanoTime();
            job.result().expectStatus(1).expectErrContains("h2 is lost with ranks 2, 3: ");
            expectWithin(SILENCE_SECONDS, start);
        } finally {
            lost.start();
        }
    }

    @Test
    void shouldNotDisturbOtherJobs() {
        try (RunningJob bystander =
                ring.jmpiexec("-hosts h1,h3 -n 2 -s all cat").readingFromTest().start()) {
            bystander.stdin().write("a\n".getBytes(StandardCharsets.US_ASCII));
            bystander.stdin().flush();
            bystander.await("both ranks", () -> bystander.soFar().outLines().size() == 2);
            ring.jmpiexec("-n 6 sh -c '[ $JMPI_RANK = 5 ] && exit 3; sleep 1000'")
                    .run()
                    .expectStatus(3);
            ring.daemon(ring.host(2)).signal(ring.host(2), "KILL");
            ring.jmpiexec("-hosts h1,h3 -n 2 true").run().expectSuccess();
            bystander.closeInput();
            bystander.result().expectStatus(0).expectOut("a\na\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143", "HUP,129"})
    void shouldEndOnASignalToTheLauncher(String signal, int status) {
        try (RunningJob job = ring.startWaiting("")) {
            ring.signalLauncher(signal);
            job.result().expectStatus(status).expectErr("");
        }
    }

    @Test
    void shouldForwardAnInterruptAndKillAtTheSecond() {
        String script = "trap \"echo told $JMPI_RANK\" INT; echo ready $JMPI_RANK; while :; do sleep 0.1; done";
        try (RunningJob job = ring.jmpiexec("-n 6 sh -c '" + script + "'").start()) {
            awaitAll(job, "ready ");
            ring.signalLauncher("INT");
            awaitAll(job, "told ");
            ring.signalLauncher("INT");
            job.result().expectStatus(130);
        }
    }

    private static void awaitAll(RunningJob job, String word) {
        for (int rank = 0; rank < RingUnderTest.RANKS; rank++) {
            job.awaitOutput(word + rank + "\n");
        }
    }

    @Test
    void shouldStopAndGoOnEverywhere() {
        try (RunningJob job = ring.jmpiexec("-n 6 sh -c 'echo ready $JMPI_RANK; exec sleep 1000'")
                .start()) {
            awaitAll(job, "ready ");
            long launcher = ring.launcher().pid();
            ring.signalLauncher("TSTP");
            job.await("all to stop", () -> stopped(launcher) == 1 + RingUnderTest.RANKS);
            ring.signalLauncher("CONT");
            // what has brought it onto the host stops with it
            job.signal("CONT");
            job.await("all to go on", () -> stopped(launcher) == 0);
            ring.signalLauncher("TERM");
            job.result().expectStatus(143);
        }
    }

    /** How many of a launcher and the ranks on all hosts are stopped. */
    private int stopped(long launcher) {
        int count = 0;
        for (int number = 1; number <= RingUnderTest.HOSTS; number++) {
            String pids = number == 1 ? launcher + " " : "";
            String list = "for p in " + pids + "$(grep -lz ^JMPI_RANK= /proc/[0-9]*/environ 2>&- | cut -d/ -f3);"
                    + " do grep '^State:.T' /proc/$p/status; done | wc -l";
            count += Integer.parseInt(ring.host(number).shell(list).out().strip());
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-timeout 1", "--timeout=1"})
    void shouldEndAfterTheTimeGiven(String option) {
        ring.jmpiexec(option + " -n 6 sleep 1000")
                .run()
                .expectStatus(124)
                .expectErrContains("the time given by -timeout is over while ranks 0-5 still ran; the job ends");
    }

    @Test
    void shouldKillWhatDoesNotHearASignal() {
        try (RunningJob job = ring.jmpiexec(
                        "-n 6 sh -c \"trap '' TERM; echo ready \\$JMPI_RANK; while :; do sleep 1; done\"")
                .start()) {
            awaitAll(job, "ready ");
            ring.signalLauncher("TERM");
            job.result().expectStatus(143).expectErrContains("ranks 0-5 did not end when told to; killed");
        }
    }
}
