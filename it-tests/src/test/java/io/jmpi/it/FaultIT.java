package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.programs.FaultProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mpi.MPI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What dies, and how: the job ends at once, says why, and leaves nothing behind. */
@ExtendWith(NothingLeft.class)
class FaultIT {

    private static final int RANKS = 3;
    private static final int NOBODY = 99;

    private static JobRun fault(String what, int guilty, String... number) {
        List<String> arguments = new ArrayList<>(List.of(what, Integer.toString(guilty)));
        arguments.addAll(List.of(number));
        return JobRun.ranks(RANKS).program(FaultProgram.class, arguments.toArray(new String[0]));
    }

    /** All ranks wait for a message that never comes. */
    private static RunningJob waitingJob(String kind) {
        RunningJob job = fault(kind, NOBODY).start();
        for (int rank = 0; rank < RANKS; rank++) {
            job.awaitOutput("ready " + rank);
        }
        return job;
    }

    private static JobResult expectFirst(JobResult result, int rank) {
        String first = result.err()
                .lines()
                .filter(line -> line.startsWith("jmpiexec: "))
                .findFirst()
                .orElse("");
        assertTrue(first.contains("rank " + rank + " on "), result::inFull);
        return result;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void shouldEndWhenARankIsKilled(int rank) {
        try (RunningJob job = waitingJob("waits")) {
            Processes.signal("KILL", job.rankPid(rank));
            JobResult result = job.result().expectStatus(137);
            expectFirst(result, rank).expectErrContains("signal 9 (SIGKILL)", "the job ends");
        }
    }

    @Test
    void shouldLeaveNothingWhenTheLauncherIsKilled() {
        try (RunningJob job = waitingJob("waits")) {
            job.signal("KILL");
            job.result().expectStatus(137);
        }
    }

    @Test
    void shouldLeaveNoGrandchildrenWhenTheLauncherIsKilled() {
        try (RunningJob job = waitingJob("grandchild")) {
            job.signal("KILL");
            job.result().expectStatus(137);
        }
    }

    @Test
    void shouldLeaveNoGrandchildrenWhenARankIsKilled() {
        try (RunningJob job = waitingJob("grandchild")) {
            Processes.signal("KILL", job.rankPid(1));
            job.result().expectStatus(137);
        }
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143", "HUP,129"})
    void shouldEndOnASignalToTheLauncher(String signal, int status) {
        try (RunningJob job = waitingJob("waits")) {
            job.signal(signal);
            job.result().expectStatus(status);
        }
    }

    /** As a terminal's stop key does, and the shell's command that lets a job go on. */
    @Test
    void shouldStopAndGoOnWithItsRanks() {
        try (RunningJob job = JobRun.ranks(2)
                .command("sh", "-c", "echo pid $$; exec sleep 1000")
                .start()) {
            job.await("both ranks", () -> job.soFar().outLines().size() == 2);
            job.signal("TSTP");
            job.await("all to stop", () -> isStopped(job, true));
            job.signal("CONT");
            job.await("all to go on", () -> isStopped(job, false));
            job.signal("TERM");
            job.result().expectStatus(143);
        }
    }

    /** Whether the launcher and its ranks are all stopped, or all not. */
    private static boolean isStopped(RunningJob job, boolean stopped) {
        boolean all = Processes.isStopped(job.launcherPid()) == stopped;
        for (String line : job.soFar().outLines()) {
            all &= Processes.isStopped(Long.parseLong(line.substring("pid ".length()))) == stopped;
        }
        return all;
    }

    @Test
    void shouldKillWhatDoesNotHearASignal() {
        try (RunningJob job = JobRun.ranks(2)
                .command("sh", "-c", "trap '' TERM INT; echo ready $JMPI_RANK; while :; do sleep 1; done")
                .start()) {
            job.awaitOutput("ready 0").awaitOutput("ready 1");
            job.signal("TERM");
            job.result().expectStatus(143).expectErrContains("did not end when told to; killed");
        }
    }

    @Test
    void shouldKillAtOnceOnASecondSignal() {
        try (RunningJob job = JobRun.ranks(2)
                .command("sh", "-c", "trap 'echo told' INT; echo ready $JMPI_RANK; while :; do sleep 0.05; done")
                .start()) {
            job.awaitOutput("ready 0").awaitOutput("ready 1");
            job.signal("INT");
            job.awaitOutput("told");
            long start = System.nanoTime();
            job.signal("INT");
            job.result().expectStatus(130);
            assertTrue(System.nanoTime() - start < 2_500_000_000L, "before the time of grace is over");
        }
    }

    /** The launcher waits for who reads its output, and does not, to report a failure. */
    @Test
    void shouldEndAtTheThirdSignalWhateverItWaitsFor() {
        Path directory = JobRun.workDirectory("fifo");
        try (RunningJob job = JobRun.ranks(2)
                .command("sh", "-c", "yes & sleep 0.5; : >failed; exit 3")
                .startedBy("sh", "-c", "mkfifo fifo; exec 3<>fifo; exec \"$@\" >&3 2>&3", "sh")
                .in(directory)
                .start()) {
            job.await("a failure", () -> Files.exists(directory.resolve("failed")));
            for (int i = 0; i < 3; i++) {
                job.deliver("TERM");
            }
            assertTrue(job.result().status() > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldEndWhenMainThrows(int rank) {
        JobResult result = fault("throws", rank).run().expectStatus(1);
        expectFirst(result, rank)
                .expectErrContains(
                        "java.lang.IllegalStateException: thrown on purpose",
                        "at io.jmpi.it.programs.FaultProgram",
                        "exited with status 1");
        assertTrue(
                result.err().startsWith("Exception in thread \"main\""),
                "the guilty rank's trace comes first\n" + result.inFull());
    }

    @Test
    void shouldEndWhenMainThrowsBesideAThreadThatLives() {
        JobResult result = fault("throws beside a thread", 1).run().expectStatus(1);
        expectFirst(result, 1).expectErrContains("thrown on purpose");
    }

    @Test
    void shouldEndWhenARankExitsWithoutFinalize() {
        JobResult result = fault("exits", 1, "0").run().expectStatus(1);
        expectFirst(result, 1).expectErrContains("without calling Finalize");
    }

    @Test
    void shouldEndWhenARankReturnsWithoutFinalize() {
        JobResult result = fault("calls Finalize not", 2).run().expectStatus(1);
        expectFirst(result, 2).expectErrContains("without calling Finalize").expectOutContains("leaves");
    }

    @ParameterizedTest
    @CsvSource({"exits,5", "halts,6"})
    void shouldExitWithTheStatusOfARank(String how, int status) {
        JobResult result = fault(how, 0, Integer.toString(status)).run().expectStatus(status);
        expectFirst(result, 0).expectErrContains("exited with status " + status);
    }

    /** The others call Init at the same time, or when it has left for good. */
    @ParameterizedTest
    @ValueSource(ints = {0, 400})
    void shouldEndWhenARankExitsBeforeInitWhileOthersWait(int lateMillis) {
        JobResult result =
                fault("never joins", 1, Integer.toString(lateMillis)).run().expectStatus(1);
        expectFirst(result, 1).expectErrContains("without calling Init");
    }

    @ParameterizedTest
    @CsvSource({"3,3", "260,4", "256,1"})
    void shouldExitWithTheCodeGivenToAbort(int code, int status) {
        JobResult result = fault("aborts", 2, Integer.toString(code)).run().expectStatus(status);
        expectFirst(result, 2).expectErrContains("called abort with code " + code);
    }

    /** Hosts where every process is killed for want of a group would show it here. */
    @Test
    void shouldNotDisturbOtherJobs() {
        try (RunningJob bystander =
                JobRun.ranks(1).command("cat").readingFromTest().start()) {
            fault("throws", 0).run().expectStatus(1);
            assertFalse(bystander.soFar().status() >= 0, "the other job goes on");
            bystander.closeInput();
            assertEquals(0, bystander.result().status());
        }
    }

    /** The exception is made, but the program never sees it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad rank           | 0 | ERRORS_ARE_FATAL | destination out of range: rank=7, allowed 0..2",
                "bad rank in a part | 1 | ERRORS_ARE_FATAL | destination out of range: rank=7, allowed 0..0",
                "truncates          | 2 | ERRORS_ABORT     | message truncated: 28 bytes"
            })
    void shouldEndOnAnErrorWhereErrorsAreFatal(String what, int rank, String handler, String words) {
        JobResult result = fault(what, rank, "7").run();
        boolean truncates = what.equals("truncates");
        result.expectStatus(truncates ? MPI.ERR_TRUNCATE : MPI.ERR_RANK);
        expectFirst(result, rank)
                .expectErrContains("whose error handler is MPI." + handler + "; the job ends", words, "FaultProgram");
        boolean goesOn = what.equals("bad rank in a part");
        assertEquals(goesOn, result.out().contains("caught "), result::inFull);
        assertEquals(goesOn, result.out().contains("goes on"), result::inFull);
    }
}
