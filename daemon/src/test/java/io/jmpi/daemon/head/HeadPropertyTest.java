package io.jmpi.daemon.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.daemon.head.SimulatedNodes.Script;
import io.jmpi.daemon.program.Program;
import io.jmpi.daemon.supervise.Input;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.RankSpec;
import io.jmpi.job.Placement;
import java.io.File;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever ranks do, on whatever nodes, in whatever order the head hears of it. */
class HeadPropertyTest {

    private static final int MOST_RANKS = 8;
    private static final int MOST_NODES = 4;
    private static final Patience SHORT = new Patience(5, 5, 5000, 5);

    @Property(tries = 300)
    void shouldJudgeByWhatRanksDoAlone(@ForAll("scripts") List<Script> scripts, @ForAll Random random)
            throws Exception {
        Recording recording = new Recording();
        int status = run(scripts, random, recording);

        boolean waits = scripts.contains(Script.WAITS) || scripts.contains(Script.DEAF);
        boolean ends = scripts.stream().anyMatch(Script::endsJob);
        if (!waits && !ends) {
            boolean late = scripts.contains(Script.FAILS_LATE);
            if (recording.firstFailures.isEmpty()) {
                assertEquals(late ? 4 : 0, status);
            } else {
                assertLeftWhileOthersWereInside(scripts, recording);
            }
        } else {
            assertNotEquals(0, status);
            assertTrue(recording.firstFailures.size() <= 1, "several first failures");
        }
        if (ends) {
            assertEquals(1, recording.firstFailures.size(), "somebody is the first");
            RankEnd first = recording.firstFailures.get(0);
            assertTrue(first.ending().endsJob(), "the first failure ends the job: " + first);
            Script script = scripts.get(first.rank());
            assertTrue(script.endsJob() || script == Script.PLAIN, "blamed for nothing: " + first);
        }
    }

    private static void assertLeftWhileOthersWereInside(List<Script> scripts, Recording recording) {
        RankEnd first = recording.firstFailures.get(0);
        assertEquals(Ending.LEFT_BEFORE_INIT, first.ending());
        assertEquals(Script.PLAIN, scripts.get(first.rank()));
    }

    @Property(tries = 100)
    void shouldReportAHostThatIsLost(@ForAll("scripts") List<Script> scripts, @ForAll Random random) throws Exception {
        Recording recording = new Recording();
        // Rank 0 ends never by itself, alone on its node.
        scripts.set(0, Script.DEAF);
        int[] nodes = nodes(scripts.size(), random);
        for (int rank = 1; rank < nodes.length; rank++) {
            nodes[rank]++;
        }
        nodes[0] = 0;
        Placement placement = Placement.of(dense(nodes));
        SimulatedNodes simulated = new SimulatedNodes(placement, scripts);
        FutureTask<Integer> head = start(scripts, placement, simulated, recording);
        while (!simulated.hasStarted()) {
            Thread.onSpinWait();
        }
        simulated.lose(0);
        simulated.play(random);

        assertNotEquals(0, head.get(1, TimeUnit.MINUTES));
        assertEquals(List.of("n0 with 1: pulled the plug"), recording.lost);
    }

    private static int run(List<Script> scripts, Random random, Recording recording) throws Exception {
        Placement placement = Placement.of(nodes(scripts.size(), random));
        SimulatedNodes simulated = new SimulatedNodes(placement, scripts);
        FutureTask<Integer> head = start(scripts, placement, simulated, recording);
        simulated.play(random);
        return head.get(1, TimeUnit.MINUTES);
    }

    private static FutureTask<Integer> start(
            List<Script> scripts, Placement placement, SimulatedNodes nodes, Recording recording) {
        Program program = Program.here(List.of("program"), new File("/"), Map.of());
        JobSpec job = new JobSpec(
                "job",
                "",
                placement,
                List.of(),
                new byte[0],
                Collections.nCopies(scripts.size(), new RankSpec(program, Input.NOTHING)),
                false,
                false);
        // Who waits is ended by the time given, where nobody else ends the job.
        boolean ends = scripts.stream().anyMatch(Script::endsJob);
        boolean waits = scripts.contains(Script.WAITS) || scripts.contains(Script.DEAF);
        FutureTask<Integer> run = new FutureTask<>(() -> new Head(
                        job, waits && !ends ? 5 : 0, List.of(), InputStream.nullInputStream(), nodes, recording, SHORT)
                .run());
        new Thread(run, "head").start();
        return run;
    }

    private static int[] nodes(int ranks, Random random) {
        int[] nodes = new int[ranks];
        for (int rank = 0; rank < ranks; rank++) {
            nodes[rank] = random.nextInt(MOST_NODES);
        }
        return dense(nodes);
    }

    /** Numbers nodes in the order in which they come. */
    private static int[] dense(int[] nodes) {
        int[] numbers = new int[MOST_NODES + 1];
        int next = 1;
        int[] dense = new int[nodes.length];
        for (int rank = 0; rank < nodes.length; rank++) {
            if (numbers[nodes[rank]] == 0) {
                numbers[nodes[rank]] = next++;
            }
            dense[rank] = numbers[nodes[rank]] - 1;
        }
        return dense;
    }

    @Provide
    Arbitrary<List<Script>> scripts() {
        return Arbitraries.of(Script.class).list().ofMinSize(1).ofMaxSize(MOST_RANKS);
    }
}
