package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.programs.OutputProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code jmpiexec} with programs that are not Java's. */
@ExtendWith(NothingLeft.class)
class LauncherIT {

    private static final String HEADER = "jmpiexec: ";

    private static JobRun shell(int ranks, String script) {
        return JobRun.ranks(ranks).command("sh", "-c", script);
    }

    @Test
    void shouldRunAnyProgram() throws Exception {
        String name = Processes.hostName();
        JobResult result = JobRun.ranks(4).command("hostname").run().expectSuccess();
        assertEquals(Collections.nCopies(4, name), result.outLines());
    }

    @Test
    void shouldAnswerToItsOtherNames() {
        for (String option : new String[] {"-n", "-np"}) {
            JobResult result = JobRun.jmpiexec(option, "2").command("true").run();
            result.expectSuccess().expectOut("");
        }
        assertTrue(Files.isExecutable(JobRun.distribution("bin/jmpirun")), "jmpirun is there");
    }

    @Test
    void shouldTellTheRanksWhoTheyAre() {
        JobResult result = shell(3, "echo $JMPI_RANK/$JMPI_SIZE $JMPI_LOCAL_RANK/$JMPI_LOCAL_SIZE $JMPI_NODE")
                .run()
                .expectSuccess();
        assertEquals(List.of("0/3 0/3 0", "1/3 1/3 0", "2/3 2/3 0"), result.sortedOut());
    }

    @Test
    void shouldTellItsVersion() {
        JobResult result = JobRun.jmpiexec("--version").run().expectSuccess();
        assertTrue(result.out().matches("jmpiexec \\(JMPI\\) [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n"), result.out());
    }

    @Test
    void shouldListItsOptions() {
        JobRun.jmpiexec("--help")
                .run()
                .expectSuccess()
                .expectOutContains("Usage: jmpiexec", "-n", "-wdir", "-env", "-genv", "-l", "-timeout", "Exit status")
                .expectOutContains("For one program", "For all programs", "-configfile FILE", "-hosts", "-ppn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | no program given | -n 2",
                "2 | unknown option --nonsense | --nonsense true",
                "2 | -n 0: give a whole number | -n 0 true",
                "2 | -n two: give a whole number | -n two true",
                "2 | option -n needs | -n",
                "2 | -wdir /no/such/place: no such directory | -wdir /no/such/place true",
                "2 | cannot be the name of a variable | -env A=B C true",
                "127 | program not found: no-such-program | -n 2 no-such-program",
                "127 | program not found: ./no-such-program | -n 2 ./no-such-program",
                "126 | not a program but a directory: /usr | -n 2 /usr",
                "126 | not executable: /etc/passwd | -n 2 /etc/passwd"
            })
    void shouldRefuseWithOneClearLine(int status, String words, String line) {
        JobResult result = JobRun.jmpiexec(line.split(" ")).run().expectStatus(status);
        assertEquals(1, result.err().lines().count(), result::inFull);
        assertTrue(result.err().startsWith(HEADER), result::inFull);
        result.expectErrContains(words).expectOut("");
    }

    @Test
    void shouldStartInTheDirectoryGiven() throws IOException {
        Path directory = JobRun.workDirectory("a directory").toRealPath();
        JobRun.jmpiexec("-n", "1", "-wdir", directory.toString())
                .command("pwd")
                .run()
                .expectSuccess()
                .expectOut(directory + "\n");
        JobRun.jmpiexec("-n", "1", "-wdir", directory.getFileName().toString())
                .in(directory.getParent())
                .command("pwd")
                .run()
                .expectSuccess()
                .expectOut(directory + "\n");
    }

    @Test
    void shouldGiveVariables() {
        JobRun.jmpiexec("-n", "2", "-env", "A", "a b", "-genv", "B", "", "-x", "C=c=c")
                .command("sh", "-c", "echo \"$A,$B,$C,$D\"")
                .with("D", "inherited")
                .run()
                .expectSuccess()
                .expectOut("a b,,c=c,inherited\na b,,c=c,inherited\n");
    }

    @Test
    void shouldLabelLines() {
        JobResult result = JobRun.jmpiexec("-n", "2", "-l")
                .command("sh", "-c", "echo out$JMPI_RANK; echo; echo err$JMPI_RANK >&2; printf end")
                .run()
                .expectStatus(0);
        assertEquals(
                List.of("0: err0", "1: err1"), result.err().lines().sorted().toList(), result::inFull);
        assertEquals(
                List.of("0: ", "0: end", "0: out0", "1: ", "1: end", "1: out1"), result.sortedOut(), result::inFull);
    }

    /** Standard error comes when the last line of standard output has been written without its end. */
    @Test
    void shouldLabelTheLinesOfBothStreams() {
        JobResult result = JobRun.jmpiexec("-n", "1", "-l")
                .command("sh", "-c", "printf end; exec >&-; sleep 0.2; echo err >&2")
                .run()
                .expectStatus(0);
        result.expectErr("0: err\n").expectOut("0: end\n");
    }

    @Test
    void shouldEndAfterTheTimeGiven() {
        JobResult result = JobRun.jmpiexec("-n", "2", "-timeout", "1")
                .command("sleep", "1000")
                .run()
                .expectStatus(124);
        result.expectErrContains("-timeout", "0", "1");
        JobRun.ranks(1)
                .with("MPIEXEC_TIMEOUT", "1")
                .command("sleep", "1000")
                .run()
                .expectStatus(124);
    }

    @Test
    void shouldGiveItsStandardInputToRankZero() throws IOException {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        bytes[bytes.length - 1] = '\n';
        Path file = JobRun.workDirectory("input").resolve("bytes");
        Files.write(file, bytes);
        for (int ranks : new int[] {1, 3}) {
            JobResult result =
                    JobRun.ranks(ranks).reading(file).command("cat").run().expectSuccess();
            assertArrayEquals(bytes, Files.readAllBytes(result.outFile()), "all of the input, on " + ranks + " ranks");
        }
    }

    @Test
    void shouldKeepLongLinesWhole() throws IOException {
        checkOutput(3, 10, 1 << 20);
    }

    @Test
    void shouldPassOnAHundredMegabytes() throws IOException {
        checkOutput(4, 25_000, 1000);
    }

    private static void checkOutput(int ranks, int count, int length) throws IOException {
        JobResult result = JobRun.ranks(ranks)
                .program(OutputProgram.class, Integer.toString(count), Integer.toString(length))
                .run()
                .expectSuccess();
        int[] next = new int[ranks];
        try (BufferedReader reader = Files.newBufferedReader(result.outFile(), StandardCharsets.US_ASCII)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int rank = line.charAt(0) - '0';
                String expected = OutputProgram.line(rank, next[rank]++, length);
                assertTrue(expected.equals(line), "line " + (next[rank] - 1) + " of rank " + rank + " is whole");
            }
        }
        for (int rank = 0; rank < ranks; rank++) {
            assertEquals(count, next[rank], "lines of rank " + rank);
        }
        Files.delete(result.outFile());
    }

    @Test
    void shouldKeepTheEndOfOutputWithoutNewline() {
        shell(1, "printf 'no newline'").run().expectSuccess().expectOut("no newline");
        JobResult result = shell(2, "printf $JMPI_RANK").run().expectSuccess();
        assertEquals(2, result.out().replace("\n", "").length(), result::inFull);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 77, 255})
    void shouldExitLikeTheRankThatFailed(int status) {
        JobResult result = shell(3, "[ $JMPI_RANK = 1 ] && exit " + status + "; sleep 1000")
                .run()
                .expectStatus(status);
        result.expectErrContains("rank 1", "exited with status " + status);
    }

    /** Rank 1 fails with a status of its own after it was told to end, because rank 2 had failed before. */
    @Test
    void shouldExitLikeTheLowestRankThatFailedByItself() {
        Path directory = JobRun.workDirectory("ready");
        shell(
                        3,
                        "case $JMPI_RANK in\n"
                                + "0) sleep 1000 ;;\n"
                                + "1) trap 'exit 7' TERM; : >ready; while :; do sleep 0.05; done ;;\n"
                                + "2) while [ ! -e ready ]; do sleep 0.05; done; exit 9 ;;\n"
                                + "esac")
                .in(directory)
                .run()
                .expectStatus(7)
                .expectErrContains("rank 2", "exited with status 9");
    }

    @Test
    void shouldTellASignalByItsName() {
        shell(2, "[ $JMPI_RANK = 1 ] && kill -SEGV $$; sleep 1000")
                .run()
                .expectStatus(139)
                .expectErrContains("rank 1", "signal 11 (SIGSEGV)");
    }
}
