package io.jmpi.daemon.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.KillJob;
import io.jmpi.daemon.control.ListJobs;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.RankOfJob;
import io.jmpi.daemon.control.SignalJob;
import io.jmpi.daemon.head.Head;
import io.jmpi.daemon.head.JobListener;
import io.jmpi.daemon.head.RankEnd;
import io.jmpi.daemon.program.Binding;
import io.jmpi.daemon.program.Program;
import io.jmpi.daemon.supervise.Channel;
import io.jmpi.daemon.supervise.Input;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.RankSpec;
import io.jmpi.job.JobKey;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Head, relay and parts with real processes; the daemons are in this process. */
@Timeout(60)
class JobsTest {

    private static final int RANKS = 6;
    private static final int MOST_WINDOW = 3 << 18;

    /** Rank r on node r modulo 3. */
    private static final Placement PLACEMENT = Placement.of(0, 1, 2, 0, 1, 2);

    private final FakeRing ring = new FakeRing(3);
    private final Notes notes = new Notes();
    private TestConnection connection;

    @AfterEach
    void closeRing() {
        ring.close();
    }

    @Test
    void shouldRunRanksOnAllHosts() throws Exception {
        assertEquals(0, run("echo $JMPI_RANK $JMPI_LOCAL_RANK $JMPI_LOCAL_SIZE $JMPI_NODE $JMPI_SIZE $GIVEN"));
        assertEquals(
                List.of(
                        "0 0 2 0 6 x y",
                        "1 0 2 1 6 x y",
                        "2 0 2 2 6 x y",
                        "3 1 2 0 6 x y",
                        "4 1 2 1 6 x y",
                        "5 1 2 2 6 x y"),
                notes.sortedLines());
        assertEquals(List.of(), notes.words);
    }

    @Test
    void shouldEndTheJobWhenARankFailsAnywhere() throws Exception {
        long start = System.nanoTime();
        assertEquals(3, run("if [ $JMPI_RANK = 4 ]; then echo reason >&2; exit 3; fi; sleep 100"));
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10), "at once");
        assertEquals("reason\n", notes.text());
        assertEquals(List.of("first: rank 4 on host1 exited with status 3"), notes.words);
    }

    @Test
    void shouldSayWhatAHostCannotRun() throws Exception {
        assertEquals(127, runProgram(List.of("no-such-program"), "", new File("/")));
        assertEquals(
                List.of("program not found: no-such-program is in no directory of PATH"),
                notes.words.stream()
                        .map(word -> word.substring(word.indexOf(": ") + 2))
                        .distinct()
                        .toList());
        notes.words.clear();
        assertEquals(2, runProgram(List.of("true"), "", new File("/no/such")));
        assertTrue(notes.words.get(0).matches("host\\d: no such directory to start in: /no/such"), notes.words.get(0));
    }

    @Test
    void shouldPassOnAllOutputWhateverTheReader() throws Exception {
        notes.slow = true;
        String line = "x".repeat(498);
        assertEquals(0, run("yes " + line + " | head -n 3000"));
        assertEquals(RANKS * 3_000L * 499, notes.bytes());
        for (String whole : notes.text().split("\n")) {
            assertEquals(line, whole);
        }
        assertTrue(
                connection.mostOutputOnTheWay() <= MOST_WINDOW, "bounded memory: " + connection.mostOutputOnTheWay());
    }

    @Test
    void shouldKeepLongLinesWhole() throws Exception {
        assertEquals(0, run("head -c 2000000 /dev/zero | tr '\\0' $JMPI_RANK; echo; printf end"));
        String text = notes.text();
        for (int rank = 0; rank < RANKS; rank++) {
            assertTrue(text.contains(Integer.toString(rank).repeat(2_000_000) + "\n"), "the line of rank " + rank);
        }
        assertEquals(RANKS * 2_000_004L, text.length());
    }

    @Test
    void shouldFeedTheRanksAskedFor() throws Exception {
        byte[] bytes = new byte[1_000_000];
        Arrays.fill(bytes, (byte) 'a');
        for (int i = 99; i < bytes.length; i += 100) {
            bytes[i] = '\n';
        }
        int status = start(shell("echo $JMPI_RANK $(wc -c)"), "", new ByteArrayInputStream(bytes), 1, 2, 5)
                .get();
        assertEquals(0, status);
        assertEquals(List.of("0 0", "1 1000000", "2 1000000", "3 0", "4 0", "5 1000000"), notes.sortedLines());
    }

    @Test
    void shouldNotWaitForARankThatTakesNoInput() throws Exception {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) 'a');
                return length;
            }
        };
        int status = start(shell("head -c 5 | wc -c"), "", endless, 0, 1).get();
        assertEquals(0, status);
        assertEquals(List.of("0", "0", "0", "0", "5", "5"), notes.sortedLines());
    }

    @Test
    void shouldReportAHostThatIsCutOff() throws Exception {
        FutureTask<Integer> job = start(shell("echo ready; sleep 100"), "", InputStream.nullInputStream());
        notes.awaitLines(RANKS);
        ring.cut("h2_1");
        assertEquals(1, job.get());
        assertEquals(
                List.of("host2 is lost with [2, 5]: connection to its daemon lost: silent for 5000 ms"), notes.words);
        awaitNoRanks();
    }

    @Test
    void shouldReportAHostThatDoesNotAnswer() throws Exception {
        ring.silence("h1_1");
        assertEquals(1, run("sleep 100"));
        assertEquals(List.of("host1 is lost with [1, 4]: it did not answer when asked to start ranks"), notes.words);
        awaitNoRanks();
    }

    @Test
    void shouldEndAllRanksWhenTheLauncherIsGone() throws Exception {
        FutureTask<Integer> job =
                start(shell("trap '' TERM; echo ready; while :; do sleep 1; done"), "", InputStream.nullInputStream());
        notes.awaitLines(RANKS);
        connection.close();
        assertEquals(1, job.get());
        awaitNoRanks();
    }

    @Test
    void shouldListSignalAndKillJobs() throws Exception {
        FutureTask<Integer> job = start(
                shell("trap 'echo usr' USR1; echo ready; while :; do sleep 0.1; done"),
                "mine",
                InputStream.nullInputStream());
        notes.awaitLines(RANKS);
        List<RankOfJob> ranks = list("mine");
        assertEquals(RANKS, ranks.size());
        assertEquals("1@h0_1", ranks.get(0).getJob());
        assertEquals("sh", ranks.get(0).getProgram());
        assertTrue(ProcessHandle.of(ranks.get(0).getPid()).isPresent(), "the process of a rank");
        assertEquals(List.of(), list("another"));

        SignalJob signal =
                SignalJob.newBuilder().setJob("1@h0_1").setSignal("USR1").build();
        assertEquals(3, found(Question.newBuilder().setSignalJob(signal).build()), "parts of the job");
        notes.awaitLines(2 * RANKS);

        KillJob other = KillJob.newBuilder().setJob("another").build();
        assertEquals(0, found(Question.newBuilder().setKillJob(other).build()));
        assertFalse(job.isDone());
        KillJob kill = KillJob.newBuilder().setJob("mine").build();
        assertEquals(1, found(Question.newBuilder().setKillJob(kill).build()), "heads of the job");
        assertEquals(143, job.get());
        assertEquals(List.of("ended by jmpdkilljob"), notes.words.subList(0, 1));
    }

    private int run(String script) throws Exception {
        return runProgram(shell(script), "", new File("/"));
    }

    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }

    private int runProgram(List<String> command, String alias, File directory) throws Exception {
        return start(command, alias, directory, InputStream.nullInputStream()).get();
    }

    private FutureTask<Integer> start(List<String> command, String alias, InputStream input, int... fed)
            throws Exception {
        return start(command, alias, new File("/"), input, fed);
    }

    private FutureTask<Integer> start(List<String> command, String alias, File directory, InputStream input, int... fed)
            throws Exception {
        Map<String, String> environment = Map.of("PATH", System.getenv("PATH"), "GIVEN", "x y");
        Program program = new Program(command, directory, environment, false, List.of(), null, null, Binding.NONE);
        List<RankSpec> ranks = new ArrayList<>();
        for (int rank = 0; rank < RANKS; rank++) {
            boolean isFed = Arrays.binarySearch(fed, rank) >= 0;
            ranks.add(new RankSpec(program, isFed ? Input.FED : Input.NOTHING));
        }
        List<NodeHost> hosts = new ArrayList<>();
        for (int node = 0; node < PLACEMENT.nodes(); node++) {
            hosts.add(new NodeHost("host" + node, List.of("127.0.0.1")));
        }
        JobSpec job = new JobSpec("test", alias, PLACEMENT, hosts, JobKey.random(), ranks, false, false);
        connection = ring.connect("h0_1");
        RemoteNodes nodes = new RemoteNodes(connection, List.of("h0_1", "h1_1", "h2_1"));
        FutureTask<Integer> run = new FutureTask<>(() -> new Head(job, 0, List.of(), input, nodes, notes).run());
        new Thread(run, "head").start();
        return run;
    }

    private List<RankOfJob> list(String job) throws Exception {
        Question question = Question.newBuilder()
                .setListJobs(ListJobs.newBuilder().setJob(job))
                .build();
        List<RankOfJob> ranks = new ArrayList<>();
        for (Answer answer : ring.ask("h1_1", question)) {
            ranks.addAll(answer.getReply().getListJobs().getRanksList());
        }
        return ranks;
    }

    private int found(Question question) throws Exception {
        int count = 0;
        for (Answer answer : ring.ask("h1_1", question)) {
            count += answer.getReply().getJobsFound().getCount();
        }
        return count;
    }

    private void awaitNoRanks() throws Exception {
        while (!list("").isEmpty()) {
            Thread.sleep(10);
        }
    }

    /** What a user would read. */
    private static final class Notes implements JobListener {
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private final List<String> words = new ArrayList<>();
        private boolean slow;

        @Override
        public void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) {
            synchronized (this) {
                output.write(bytes, offset, length);
                notifyAll();
            }
            if (slow) {
                sleep();
            }
        }

        private static void sleep() {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onCannotStart(String host, String message) {
            words.add(host + ": " + message);
        }

        @Override
        public void onFailure(RankEnd end, String host, boolean first) {
            words.add((first ? "first: rank " : "later: rank ") + end.rank() + " on " + host + " " + end.inWords());
        }

        @Override
        public void onLost(String host, int[] running, String cause) {
            words.add(host + " is lost with " + Arrays.toString(running) + ": " + cause);
        }

        @Override
        public void onEndWanted(String by) {
            words.add("ended by " + by);
        }

        @Override
        public void onTimeout(int[] running) {
            words.add("timeout");
        }

        synchronized void awaitLines(int count) throws InterruptedException {
            while (text().lines().count() < count) {
                wait();
            }
        }

        synchronized long bytes() {
            return output.size();
        }

        synchronized String text() {
            return output.toString(StandardCharsets.ISO_8859_1);
        }

        List<String> sortedLines() {
            return text().lines().map(String::strip).sorted().toList();
        }
    }
}
