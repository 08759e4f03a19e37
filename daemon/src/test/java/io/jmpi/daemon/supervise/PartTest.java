package io.jmpi.daemon.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.daemon.program.Binding;
import io.jmpi.daemon.program.Distribution;
import io.jmpi.daemon.program.Program;
import io.jmpi.daemon.program.RankCommands;
import io.jmpi.job.JobKey;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import io.jmpi.job.RankState;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A part with real processes: node 1 of 2, with the ranks 1 and 2 of 4. */
@Timeout(60)
class PartTest {

    private static final Placement PLACEMENT = Placement.of(0, 1, 1, 0);

    private final Reports reports = new Reports();
    private Part part;

    @AfterEach
    void abandon() throws InterruptedException {
        part.order(new PartOrder.Finish(true));
        reports.awaitFinished();
    }

    @Test
    void shouldReportWhatRanksDoAndJudgeNothing() throws Exception {
        start("[ $JMPI_RANK = 1 ] || exit 3", Input.NOTHING, false);
        reports.await(new PartEvent.Ended(1, 0, RankState.STARTED, 0));
        reports.await(new PartEvent.Ended(2, 3, RankState.STARTED, 0));
        assertFalse(reports.have(new PartEvent.Finished()), "it waits for the head's last order");
    }

    @Test
    void shouldGiveRanksTheirPlaces() throws Exception {
        start("echo $JMPI_RANK $JMPI_SIZE $JMPI_LOCAL_RANK $JMPI_LOCAL_SIZE $JMPI_NODE", Input.NOTHING, false);
        reports.await(new PartEvent.OutputEnded(1));
        reports.await(new PartEvent.OutputEnded(2));
        assertEquals(List.of("1 4 0 2 1", "2 4 1 2 1"), reports.lines());
    }

    @Test
    void shouldSendSignalsToAllThatRun() throws Exception {
        start("trap 'echo usr' USR1; echo ready; while :; do sleep 0.05; done", Input.NOTHING, false);
        reports.awaitLines(2);
        part.order(new PartOrder.Signal("USR1"));
        reports.await(new PartEvent.Signalled("USR1"));
        reports.awaitLines(4);
        part.order(new PartOrder.Signal("KILL"));
        reports.await(new PartEvent.Ended(1, 137, RankState.STARTED, 0));
        reports.await(new PartEvent.Ended(2, 137, RankState.STARTED, 0));
    }

    @Test
    void shouldKillWhatRunsWhenItFinishes() throws Exception {
        start("trap '' TERM; setsid sleep 1000 & echo $!; wait", Input.NOTHING, false);
        reports.awaitLines(2);
        part.order(new PartOrder.Finish(true));
        reports.awaitFinished();
        for (String pid : reports.lines()) {
            while (ProcessHandle.of(Long.parseLong(pid)).isPresent()) {
                Thread.sleep(10);
            }
        }
    }

    @Test
    void shouldStartRanksWhereTheirFilesAre() throws Exception {
        start("cat sub/file; ls -d /tmp/jmpi-*; pwd", Input.NOTHING, true);
        byte[] bytes = "text\n".getBytes(StandardCharsets.US_ASCII);
        part.order(new PartOrder.Stage("sub/file", false, bytes));
        part.order(new PartOrder.Stage("sub/file", false, bytes));
        part.order(new PartOrder.EndStage());
        reports.await(new PartEvent.OutputEnded(1));
        reports.await(new PartEvent.OutputEnded(2));
        List<String> lines = reports.lines();
        assertEquals(4, Collections.frequency(lines, "text"));
        File stage = new File(lines.get(0));
        assertTrue(stage.isDirectory(), lines.toString());
        part.order(new PartOrder.Finish(false));
        reports.awaitFinished();
        assertFalse(stage.exists(), "the files are gone");
    }

    @Test
    void shouldKeepFilesInTheirDirectory() throws Exception {
        for (String name : new String[] {"../file", "/file", "a/../../file", ""}) {
            reports.clear();
            start("true", Input.NOTHING, true);
            part.order(new PartOrder.Stage(name, false, new byte[1]));
            reports.await(new PartEvent.Failed(1, "a file cannot be staged as " + name));
            reports.awaitFinished();
        }
    }

    @Test
    void shouldFeedRanksAsFastAsTheyTake() throws Exception {
        start("[ $JMPI_RANK = 1 ] && head -c 3 >/dev/null || cat", Input.FED, false);
        part.order(new PartOrder.Feed("abc\n".getBytes(StandardCharsets.US_ASCII)));
        reports.await(new PartEvent.InputTaken(4));
        part.order(new PartOrder.EndInput());
        reports.await(new PartEvent.InputClosed());
        reports.await(new PartEvent.OutputEnded(2));
        assertEquals(List.of("abc"), reports.lines());
    }

    private void start(String script, Input input, boolean staged) {
        Program program = new Program(
                List.of("sh", "-c", script),
                new File(staged ? "" : "/"),
                Map.of("PATH", System.getenv("PATH")),
                false,
                List.of(),
                null,
                null,
                Binding.NONE);
        RankSpec rank = new RankSpec(program, input);
        List<NodeHost> hosts = Collections.nCopies(2, new NodeHost("host", List.of("127.0.0.1")));
        JobSpec job = new JobSpec(
                "test-" + System.nanoTime(),
                "",
                PLACEMENT,
                hosts,
                JobKey.random(),
                Collections.nCopies(4, rank),
                staged,
                false);
        part = new Part(
                job, 1, RankCommands.of(new Distribution(new File("none"), null), job.setting(1), text -> {}), reports);
        part.start();
    }

    /** What the part has told, in order. */
    private static final class Reports implements PartListener {
        private final LinkedBlockingQueue<PartEvent> news = new LinkedBlockingQueue<>();
        private final List<PartEvent> heard = new ArrayList<>();
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();

        @Override
        public void onEvent(PartEvent event) {
            news.add(event);
        }

        @Override
        public synchronized void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length)
                throws IOException {
            output.write(bytes, offset, length);
            notifyAll();
        }

        void clear() {
            news.clear();
            heard.clear();
        }

        void await(PartEvent wanted) throws InterruptedException {
            while (!heard.contains(wanted)) {
                PartEvent event = news.poll(20, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("no " + wanted + " among " + heard);
                }
                heard.add(event);
            }
        }

        void awaitFinished() throws InterruptedException {
            await(new PartEvent.Finished());
        }

        boolean have(PartEvent event) {
            return heard.contains(event) || news.contains(event);
        }

        synchronized void awaitLines(int count) throws InterruptedException {
            while (lines().size() < count) {
                wait();
            }
        }

        synchronized List<String> lines() {
            return output.toString(StandardCharsets.US_ASCII).lines().sorted().toList();
        }
    }
}
