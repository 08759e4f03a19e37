package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code jmpiexec} does with the output and the input of ranks when it is told to. */
@ExtendWith(NothingLeft.class)
class LauncherOutputIT {

    private static final String HEADER = "jmpiexec: ";

    @Test
    void shouldLabelLinesAsTold() {
        String host = Processes.hostName();
        JobResult result = JobRun.jmpiexec("-n", "2", "-prepend-pattern", "[%r %h/%p 100%%] ")
                .command("sh", "-c", "echo out; echo err >&2")
                .run()
                .expectStatus(0);
        assertEquals(
                List.of("[0 " + host + "/0 100%] out", "[1 " + host + "/0 100%] out"),
                result.sortedOut(),
                result::inFull);
        assertEquals(
                List.of("[0 " + host + "/0 100%] err", "[1 " + host + "/0 100%] err"),
                result.err().lines().sorted().toList(),
                result::inFull);
    }

    @Test
    void shouldWriteOutputToFiles() throws IOException {
        Path directory = JobRun.workDirectory("files");
        String script = "echo out$JMPI_RANK; echo err$JMPI_RANK >&2; echo end";
        JobRun.jmpiexec("-n", "2", "-outfile-pattern", "out.%r", "-errfile-pattern", "err.%r")
                .in(directory)
                .command("sh", "-c", script)
                .run()
                .expectSuccess()
                .expectOut("");
        assertEquals("out1\nend\n", Files.readString(directory.resolve("out.1")));
        assertEquals("err1\n", Files.readString(directory.resolve("err.1")));
        assertEquals("out0\nend\n", Files.readString(directory.resolve("out.0")));

        JobRun.jmpiexec("-n", "3", "-l", "-outfile-pattern", "all")
                .in(directory)
                .command("sh", "-c", "printf $JMPI_RANK; exec >&-; echo err >&2")
                .run()
                .expectStatus(0)
                .expectErrContains("0: err\n", "1: err\n", "2: err\n");
        assertEquals(
                List.of("0: 0", "1: 1", "2: 2"),
                Files.readAllLines(directory.resolve("all")).stream().sorted().toList());

        JobRun.jmpiexec("-outfile-pattern", "no/such/%r")
                .in(directory)
                .command("true")
                .run()
                .expectStatus(1)
                .expectErr(HEADER + "-outfile-pattern: cannot write no/such/0 (No such file or directory)\n");
    }

    /** All write at the same moment, each line the same, except for what one of them says besides. */
    @Test
    void shouldWriteOnceWhatRanksHaveInCommon() {
        JobRun.jmpiexec("-m", "-n", "4", "-wdir", JobRun.workDirectory("merge").toString())
                .command(
                        "sh",
                        "-c",
                        ": >$JMPI_RANK; while [ $(ls | wc -l) -lt 4 ]; do sleep 0.05; done\n"
                                + "[ $JMPI_RANK = 1 ] && one='one\\n'; printf \"hello\\n${one}bye\\n\"")
                .run()
                .expectSuccess()
                .expectOut("0-3: hello\n1: one\n0-3: bye\n");
    }

    @Test
    void shouldGiveTheInputToTheRanksAskedFor() throws IOException {
        Path file = Files.writeString(JobRun.workDirectory("input").resolve("lines"), "a\nb\n");
        assertInput("0: a 0: b 1: a 1: b 2: a 2: b", "all", file);
        assertInput("1: a 1: b", "1", file);
        assertInput("0: a 0: b 2: a 2: b", "0,2", file);
        assertInput("", "none", file);
        JobRun.jmpiexec("-s", "3", "-n", "3")
                .command("cat")
                .run()
                .expectStatus(2)
                .expectErrContains("no rank 3");
    }

    private static void assertInput(String lines, String ranks, Path file) {
        JobResult result = JobRun.jmpiexec("-l", "-s", ranks, "-n", "3")
                .reading(file)
                .command("cat")
                .run()
                .expectSuccess();
        assertEquals(lines, String.join(" ", result.sortedOut()), result::inFull);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-l", "-m"})
    void shouldEndWhenNobodyTakesTheOutput(String option) {
        JobRun.jmpiexec(option, "-n", "2")
                .startedBy("sh", "-c", "exec \"$0\" \"$@\" >/dev/full")
                .command("echo", "x")
                .run()
                .expectStatus(141)
                .expectErr("");
    }

    @Test
    void shouldTellAllExitStatuses() throws IOException {
        Path file = JobRun.workDirectory("statuses").resolve("statuses.xml");
        JobRun.jmpiexec("-n", "3", "-print-all-exitcodes", "-ecfn", file.toString())
                .in(file.getParent())
                .command(
                        "sh",
                        "-c",
                        "trap 'exit 5' TERM; : >$JMPI_RANK; while [ $(ls | wc -l) -lt 3 ]; do sleep 0.05; done\n"
                                + "[ $JMPI_RANK = 1 ] && exit 7; while :; do sleep 0.05; done")
                .run()
                .expectStatus(5)
                .expectErrContains(HEADER + "exit statuses: 5 of ranks 0, 2, 7 of rank 1\n");
        String text = Files.readString(file);
        assertTrue(
                text.matches("(?s)<\\?xml version=\"1.0\" \\?>\n<exit-codes>\n"
                        + ".*<exit-code rank=\"1\" status=\"7\" pid=\"\\d+\" host=\"" + Processes.hostName()
                        + "\"/>\n.*</exit-codes>\n"),
                text);
        JobRun.jmpiexec("-ecfn", "/no/such/file")
                .command("true")
                .run()
                .expectStatus(1)
                .expectErr(
                        HEADER + "-ecfn /no/such/file: cannot be written: /no/such/file (No such file or directory)\n");
    }
}
