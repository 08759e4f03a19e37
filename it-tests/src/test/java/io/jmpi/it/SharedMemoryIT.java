package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jmpi.it.programs.ApiProgram;
import io.jmpi.it.programs.HelloProgram;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Little shared memory, in a mount namespace of the test's own: a job runs, or says what it lacks. */
@ExtendWith(NothingLeft.class)
class SharedMemoryIT {

    private static final String ONLY_HERE = "JMPI_SHM_DIR";
    private static final String SHM = "/dev/shm";

    @BeforeAll
    static void needsRoot() throws IOException, InterruptedException {
        int status = new ProcessBuilder("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", SHM)
                .start()
                .waitFor();
        Needs.that(status == 0, "mounting needs root");
    }

    private static JobRun with(String size, boolean full, JobRun run) {
        String fill = full ? "head -c 100M /dev/zero 2>&- >/dev/shm/other; " : "";
        String script = "mount -t tmpfs -o size=" + size + " tmpfs /dev/shm || exit 99; " + fill
                + "\"$@\"; status=$?; ls -A /dev/shm | sed 's/^/left: /'; exit $status";
        return run.startedBy("unshare", "--mount", "sh", "-c", script, "sh");
    }

    @ParameterizedTest
    @CsvSource({"64m,4", "1m,4", "1m,2"})
    void shouldRunWithinLittleSharedMemory(String size, int ranks) {
        JobResult result = with(size, false, JobRun.ranks(ranks).with(ONLY_HERE, SHM))
                .lean()
                .program(ApiProgram.class, "messages", "collectives", "commons")
                .limit(90)
                .run()
                .expectSuccess();
        assertFalse(result.out().contains("left: "), result::inFull);
    }

    @Test
    void shouldRunElsewhereWhenSharedMemoryIsFull() {
        JobResult result = with("1m", true, JobRun.jmpiexec("-n", "2", "-v"))
                .program(HelloProgram.class)
                .run()
                .expectStatus(0);
        result.expectOutContains("hello from 0 of 2", "hello from 1 of 2", "left: other");
        assertFalse(result.out().contains("left: jmpi"), result::inFull);
    }

    @Test
    void shouldNameSizeAndRemedyWhenThereIsNoRoom() {
        JobResult result = with("1m", true, JobRun.ranks(4).with(ONLY_HERE, SHM))
                .program(HelloProgram.class)
                .run()
                .expectStatus(1);
        result.expectErrContains(
                "no room for the job segment of 4 ranks",
                "it needs at least",
                "KiB",
                "/dev/shm",
                "--shm-size",
                ONLY_HERE);
        assertFalse(result.out().contains("left: jmpi"), result::inFull);
    }

    @Test
    void shouldSayHowMuchManyRanksNeed() {
        with("1m", false, JobRun.ranks(64).with(ONLY_HERE, SHM))
                .command("true")
                .run()
                .expectStatus(1)
                .expectErrContains("no room for the job segment of 64 ranks", "1024 KiB in /dev/shm");
    }

    @Test
    void shouldUseTheDirectoryGiven() {
        Path directory = JobRun.workDirectory("segments");
        JobResult result = JobRun.jmpiexec("-n", "2", "-v")
                .with(ONLY_HERE, directory.toString())
                .program(HelloProgram.class)
                .run()
                .expectStatus(0);
        result.expectOutContains("hello from 1 of 2");
        String[] left = directory.toFile().list();
        assertFalse(left == null || left.length > 0, "nothing is left in " + directory);
    }
}
