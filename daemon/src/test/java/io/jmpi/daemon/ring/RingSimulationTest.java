package io.jmpi.daemon.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.Ping;
import io.jmpi.daemon.control.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingSimulationTest {

    private static final Question PING =
            Question.newBuilder().setPing(Ping.getDefaultInstance()).build();

    /** A ring whose members have joined through the first one, all at once. */
    static SimulatedWorld ring(int size, long seed) {
        SimulatedWorld world = new SimulatedWorld(seed);
        SimulatedDaemon first = world.add();
        first.begin();
        for (int i = 1; i < size; i++) {
            world.add().join(first);
        }
        world.awaitOneRing(60_000);
        return world;
    }

    private static List<Answer> askAll(SimulatedWorld world, SimulatedDaemon from) {
        List<List<Answer>> results = new ArrayList<>();
        List<String> everybody = from.node().members().stream().map(Member::id).collect(Collectors.toList());
        from.node().ask(everybody, PING, 30_000, results::add);
        assertTrue(world.runUntil(() -> !results.isEmpty(), world.now() + 60_000), world::views);
        world.run(1000);
        assertEquals(1, results.size());
        return results.get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 16, 64})
    void shouldBecomeOneRing(int size) {
        ring(size, size);
    }

    @Test
    void shouldNotWaitForOneWhoDiedUnheardWhileHeLetItIn() {
        SimulatedWorld world = ring(3, 3);
        SimulatedDaemon entry = world.daemons.get(1);
        SimulatedDaemon newcomer = world.add();
        newcomer.join(entry);
        assertTrue(world.runUntil(() -> newcomer.node().membership().peers().isUp(entry.id()), world.now() + 10_000));
        entry.setSide(1);
        entry.kill();
        world.awaitOneRing(60_000);
    }

    @Test
    @Timeout(300)
    void shouldReachAThousandMembersInTenSteps() {
        SimulatedWorld world = ring(1000, 7);
        world.run(10_000);
        List<Answer> answers = askAll(world, world.daemons.get(17));
        assertEquals(1000, answers.stream().filter(Answer::hasReply).count());
        int deepest = answers.stream().mapToInt(Answer::getDepth).max().orElse(-1);
        assertTrue(deepest <= 10, "steps " + deepest);
        assertEquals(world.daemons.get(17).id(), answers.get(0).getMember());
    }

    @Test
    void shouldReach64MembersInSixSteps() {
        SimulatedWorld world = ring(64, 7);
        List<Answer> answers = askAll(world, world.daemons.get(17));
        assertEquals(64, answers.stream().filter(Answer::hasReply).count());
        assertEquals(6, answers.stream().mapToInt(Answer::getDepth).max().orElse(-1));
    }
}
