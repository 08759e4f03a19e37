package io.jmpi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as its users see it, with shell programs as ranks; nothing may be left after any test. */
@Timeout(120)
class JmpiExecTest {

    /** In the environment of all ranks of a test, and so of all that they start. */
    private final String mark = "JMPI_TEST_MARK=" + ProcessHandle.current().pid() + "-" + System.nanoTime();

    private Set<String> shared;

    @BeforeEach
    void lookAtSharedMemory() {
        shared = sharedMemory();
    }

    @AfterEach
    void shouldLeaveNothing() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        List<String> left;
        do {
            left = Launch.processesWith(mark);
        } while (!left.isEmpty() && System.nanoTime() < end);
        assertEquals(List.of(), left, "processes left behind");
        Set<String> files = sharedMemory();
        files.removeAll(shared);
        assertEquals(Set.of(), files, "files left behind in /dev/shm");
    }

    @Test
    void shouldGiveEachRankItsPlace() throws Exception {
        Launch launch = shell(4, "echo $JMPI_RANK/$JMPI_SIZE $JMPI_LOCAL_RANK/$JMPI_LOCAL_SIZE $JMPI_NODE");
        assertEquals(0, launch.status());
        assertEquals(
                Set.of("0/4 0/4 0", "1/4 1/4 0", "2/4 2/4 0", "3/4 3/4 0"),
                new TreeSet<>(Arrays.asList(launch.out().split("\n"))));
        assertEquals("", launch.err());
    }

    @Test
    void shouldLabelLines() throws Exception {
        Launch launch = Launch.run("-l", "-x", mark, "-n", "2", "sh", "-c", "sleep 0.$JMPI_RANK; echo a; echo b");
        assertEquals("0: a\n0: b\n1: a\n1: b\n", launch.out());
    }

    @Test
    void shouldEndTheJobWhenARankFails() throws Exception {
        long start = System.nanoTime();
        Launch launch = shell(4, "if [ $JMPI_RANK = 2 ]; then echo reason >&2; exit 3; fi; sleep 100");
        assertEquals(3, launch.status());
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20), "took too long");
        String[] lines = launch.err().split("\n");
        assertEquals(2, lines.length, launch.err());
        assertEquals("reason", lines[0]);
        assertTrue(
                lines[1].matches("jmpiexec: rank 2 on \\S+ \\(pid \\d+\\) exited with status 3; the job ends"),
                lines[1]);
    }

    @Test
    void shouldNameTheSignalThatEndedARank() throws Exception {
        Launch launch = shell(3, "if [ $JMPI_RANK = 1 ]; then kill -9 $$; fi; sleep 100");
        assertEquals(137, launch.status());
        assertTrue(launch.err().contains("was ended by signal 9 (SIGKILL); the job ends\n"), launch.err());
    }

    @Test
    void shouldKillRanksThatDoNotEndWhenTold() throws Exception {
        String deaf = "trap '' TERM; echo deaf; while :; do sleep 1; done";
        Launch launch = Launch.run(
                "-x", mark, "-n", "2", "sh", "-c", "if [ $JMPI_RANK = 1 ]; then sleep 1; exit 4; fi; " + deaf);
        assertEquals(4, launch.status());
        assertTrue(launch.err().contains("rank 0 did not end when told to; killed"), launch.err());
    }

    @Test
    void shouldPassOnLinesOfAMegabyteWhole() throws Exception {
        Launch launch = shell(4, "for i in 1 2 3; do head -c 1000000 /dev/zero | tr '\\0' $JMPI_RANK; echo; done");
        String[] lines = launch.out().split("\n");
        assertEquals(12, lines.length);
        for (String line : lines) {
            assertEquals(1_000_000, line.length());
            assertEquals("", line.replace(line.substring(0, 1), ""), "a line mixes ranks");
        }
    }

    @Test
    void shouldPassOnAHundredMegabytes() throws Exception {
        Launch launch = shell(2, "yes $(printf '%0498d' $JMPI_RANK) | head -n 100000");
        assertEquals(0, launch.status());
        byte[] out = launch.outBytes();
        assertEquals(2 * 100_000 * 499, out.length);
        for (int i = 498; i < out.length; i += 499) {
            assertEquals('\n', out[i]);
        }
    }

    @Test
    void shouldGiveItsInputToRank0Only() throws Exception {
        try (Launch launch = Launch.start("-l", "-x", mark, "-n", "3", "cat")) {
            launch.input("a\nb\n");
            assertEquals(0, launch.status());
            assertEquals("0: a\n0: b\n", launch.out());
        }
    }

    @Test
    void shouldEndInTime() throws Exception {
        Launch launch =
                Launch.run("-x", mark, "-timeout", "1", "-n", "3", "sh", "-c", "[ $JMPI_RANK = 1 ] || sleep 100");
        assertEquals(124, launch.status());
        assertEquals(
                "jmpiexec: the time given by -timeout is over while ranks 0, 2 still ran; the job ends\n",
                launch.err());
    }

    @Test
    void shouldForwardAnInterrupt() throws Exception {
        String rank = "trap 'echo interrupted; exit 0' INT; sleep 0.5; echo ready; while :; do sleep 0.1; done";
        try (Launch launch = Launch.start("-l", "-x", mark, "-n", "2", "sh", "-c", rank)) {
            launch.awaitOut("0: ready");
            launch.awaitOut("1: ready");
            launch.signal("INT");
            assertEquals(130, launch.status());
            assertTrue(launch.out().contains("0: interrupted"), launch.out());
            assertTrue(launch.out().contains("1: interrupted"), launch.out());
            assertEquals("", launch.err());
        }
    }

    @Test
    void shouldKillAtTheSecondInterrupt() throws Exception {
        String rank = "trap 'echo interrupted' INT; trap '' TERM; sleep 0.5; echo ready; while :; do sleep 0.1; done";
        try (Launch launch = Launch.start("-x", mark, "-n", "1", "-l", "sh", "-c", rank)) {
            launch.awaitOut("ready");
            launch.signal("INT");
            launch.awaitOut("interrupted");
            launch.signal("INT");
            assertEquals(130, launch.status());
            assertEquals("", launch.err());
        }
    }

    @Test
    void shouldEndWithTheSignalItWasSent() throws Exception {
        for (String signal : new String[] {"TERM", "HUP"}) {
            try (Launch launch = Launch.start("-x", mark, "-n", "2", "sh", "-c", "sleep 0.5; echo ready; sleep 100")) {
                launch.awaitOut("ready\nready");
                launch.signal(signal);
                assertEquals(signal.equals("TERM") ? 143 : 129, launch.status());
            }
        }
    }

    @Test
    void shouldLeaveNoRankWhenItIsKilled() throws Exception {
        String rank = "sleep 100 & setsid sleep 100 & echo ready; wait";
        try (Launch launch = Launch.start("-x", mark, "-n", "3", "sh", "-c", rank)) {
            launch.awaitOut("ready\nready\nready");
            launch.signal("KILL");
            launch.status();
        }
    }

    @Test
    void shouldEndWhatARankLeavesBehind() throws Exception {
        Launch launch = shell(2, "sleep 100 & echo done");
        assertEquals(0, launch.status());
        assertEquals("done\ndone\n", launch.out());
    }

    @Test
    void shouldSayInOneLineWhatIsWrong() throws Exception {
        assertError(2, "-wdir /no/such: no such directory", "-wdir", "/no/such", "true");
        assertError(2, "unknown option -foo; jmpiexec --help lists the options", "-foo");
        assertError(127, "program not found: nope-nope is in no directory of PATH", "nope-nope");
        assertError(126, "not executable: /etc/passwd; chmod +x makes it so", "/etc/passwd");
    }

    @Test
    void shouldStartInTheDirectoryWithTheEnvironmentAskedFor() throws Exception {
        Launch launch =
                Launch.run("-wdir", "/usr", "-env", "A", "x y", "-x", "B=z", "-n", "2", "sh", "-c", "echo $PWD $A$B");
        assertEquals("/usr x yz\n/usr x yz\n", launch.out());
    }

    @Test
    void shouldRunManyProgramsAsOneJob() throws Exception {
        String rank = "echo $0 $JMPI_RANK/$JMPI_SIZE $PWD $A";
        Launch launch = Launch.run(
                "-l", "-x", mark, "-n", "2", "-wdir", "/usr", "-env", "A", "1", "sh", "-c", rank, "one", ":", "-wdir",
                "/etc", "sh", "-c", rank, "two");
        assertEquals(
                Set.of("0: one 0/3 /usr 1", "1: one 1/3 /usr 1", "2: two 2/3 /etc"),
                new TreeSet<>(Arrays.asList(launch.out().split("\n"))));
        assertEquals(0, launch.status());
    }

    @Test
    void shouldTellWhichProgramFailed() throws Exception {
        Launch launch = Launch.run("-x", mark, "sleep", "100", ":", "sh", "-c", "exit 3");
        assertEquals(3, launch.status());
        assertTrue(
                launch.err()
                        .matches("jmpiexec: rank 1 on \\S+ \\(pid \\d+, sh -c exit 3\\)"
                                + " exited with status 3; the job ends\n"),
                launch.err());
        assertError(127, "program not found: nope-nope is in no directory of PATH", "true", ":", "nope-nope");
    }

    @Test
    void shouldWriteOnceWhatRanksHaveInCommon(@TempDir Path directory) throws Exception {
        String together = ": >$JMPI_RANK; while [ $(ls | wc -l) -lt 4 ]; do sleep 0.05; done; ";
        String rank = together + "echo hello; [ $JMPI_RANK = 2 ] && echo two; echo bye >&2";
        Launch launch = Launch.run("-m", "-wdir", directory.toString(), "-x", mark, "-n", "4", "sh", "-c", rank);
        assertEquals("0-3: hello\n2: two\n", launch.out());
        assertEquals("0-3: bye\n", launch.err());
    }

    /** Rank 1 is silent until the line of rank 0 has been seen. */
    @Test
    void shouldNotHoldALineForARankThatIsSilent() throws Exception {
        try (Launch launch = Launch.start(
                "-m", "-s", "1", "-x", mark, "-n", "2", "sh", "-c", "[ $JMPI_RANK = 0 ] && echo one || cat")) {
            launch.awaitOut("0: one");
            launch.input("end\n");
            assertEquals(0, launch.status());
            assertEquals("0: one\n1: end\n", launch.out());
        }
    }

    @Test
    void shouldGiveItsInputToTheRanksAskedFor() throws Exception {
        try (Launch launch = Launch.start("-l", "-s", "1-2", "-x", mark, "-n", "4", "cat")) {
            launch.input("a\n");
            assertEquals(0, launch.status());
            assertEquals(Set.of("1: a", "2: a"), Set.of(launch.out().split("\n")));
        }
    }

    @Test
    void shouldTakeItsOwnNamesForHosts() throws Exception {
        String host = new String(Files.readAllBytes(Path.of("/proc/sys/kernel/hostname"))).strip();
        for (String name : new String[] {"localhost", host, "127.0.0.1", "[::1]:4"}) {
            assertEquals(
                    "x\nx\n", Launch.run("-hosts", name, "-n", "2", "echo", "x").out());
        }
        assertError(
                2,
                "-host: host no.such.host.invalid is not this one, which is " + host
                        + ", and there is no ring of daemons; boot one: jmpdboot -n HOSTS -f FILE",
                "-host",
                "localhost,no.such.host.invalid",
                "true");
    }

    private Launch shell(int ranks, String script) throws Exception {
        return Launch.run("-x", mark, "-n", Integer.toString(ranks), "sh", "-c", script);
    }

    private static void assertError(int status, String message, String... args) throws Exception {
        Launch launch = Launch.run(args);
        assertEquals("jmpiexec: " + message + "\n", launch.err());
        assertEquals(status, launch.status());
        assertEquals("", launch.out());
    }

    /** The job directories whose launcher, named in them, is gone; others belong to jobs that run beside this test. */
    private static Set<String> sharedMemory() {
        String[] names = new File("/dev/shm")
                .list((directory, name) -> name.startsWith("jmpi-") && !new File("/proc", name.split("-")[1]).exists());
        return new TreeSet<>(Arrays.asList(names == null ? new String[0] : names));
    }
}
