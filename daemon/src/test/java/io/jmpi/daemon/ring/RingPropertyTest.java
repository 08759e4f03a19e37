package io.jmpi.daemon.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.Ping;
import io.jmpi.daemon.control.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to members and network, in the end the living ones are one ring, and reach each other. */
class RingPropertyTest {

    private static final Question PING =
            Question.newBuilder().setPing(Ping.getDefaultInstance()).build();

    /** The longest time between two attempts to find a lost member, and some to tell everybody. */
    private static final long HEALED = 90_000;

    /** The longest that news of a newcomer may take, over connections that are slow to open. */
    private static final long LONGEST_NEWS = 6_000;

    /** What can happen. */
    enum Kind {
        KILL,
        RESTART,
        JOIN,
        LEAVE,
        STOP,
        RESUME,
        CUT,
        HEAL,
        PASS_TIME
    }

    /** Something that happens, to whom, and how long it is quiet afterwards. */
    record Fault(Kind kind, int target, int pause) {}

    @Provide
    Arbitrary<List<Fault>> faults() {
        Arbitrary<Integer> pauses = Arbitraries.oneOf(
                Arbitraries.just(0),
                Arbitraries.integers().between(1, 50),
                Arbitraries.integers().between(1, 20_000));
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 1000), pauses)
                .as(Fault::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void shouldAlwaysBecomeOneRingOfTheLiving(
            @ForAll("faults") List<Fault> faults, @ForAll @IntRange(min = 1, max = 20) int size, @ForAll long seed) {
        SimulatedWorld world = RingSimulationTest.ring(size, seed);
        for (Fault fault : faults) {
            apply(fault, world);
        }
        world.daemons.forEach(SimulatedDaemon::resume);
        world.daemons.forEach(daemon -> daemon.setSide(0));
        world.awaitOneRing(HEALED);
        world.run(HEALED);
        assertTrue(world.isOneRing(0), () -> "not stable\n" + world.views());
        List<SimulatedDaemon> running = world.running();
        if (!running.isEmpty()) {
            assertEquals(
                    ids(running),
                    everybodyWhoAnswers(world, running.get(faults.size() % running.size())),
                    world::views);
        }
    }

    /** Those who live all the time answer, whoever dies while the question is under way. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void shouldReachAllWhoLive(
            @ForAll("faults") List<Fault> faults, @ForAll @IntRange(min = 2, max = 24) int size, @ForAll long seed) {
        SimulatedWorld world = RingSimulationTest.ring(size, seed);
        world.run(seed % 2 == 0 ? 10_000 : 0);
        SimulatedDaemon asking = world.daemons.get(0);
        List<List<Answer>> results = new ArrayList<>();
        List<String> everybody =
                asking.node().members().stream().map(Member::id).collect(Collectors.toList());
        asking.node().ask(everybody, PING, 60_000, results::add);
        Set<String> expected = ids(world.daemons);
        for (Fault fault : faults) {
            SimulatedDaemon target = world.daemons.get(1 + fault.target % (size - 1));
            world.run(fault.pause % 3);
            if (fault.kind == Kind.KILL || fault.kind == Kind.STOP) {
                if (fault.kind == Kind.KILL) {
                    target.kill();
                } else {
                    target.stop();
                }
                expected.remove(target.id());
            }
        }
        world.runUntil(() -> !results.isEmpty(), world.now() + 60_000);
        assertEquals(1, results.size(), world::views);
        assertEquals(everybody, results.get(0).stream().map(Answer::getMember).collect(Collectors.toList()));
        Set<String> answered = results.get(0).stream()
                .filter(Answer::hasReply)
                .map(Answer::getMember)
                .collect(Collectors.toSet());
        assertTrue(answered.containsAll(expected), () -> answered + " of " + expected + "\n" + world.views());
    }

    private static Set<String> ids(List<SimulatedDaemon> daemons) {
        return daemons.stream().map(SimulatedDaemon::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> everybodyWhoAnswers(SimulatedWorld world, SimulatedDaemon from) {
        List<List<Answer>> results = new ArrayList<>();
        List<String> everybody = from.node().members().stream().map(Member::id).collect(Collectors.toList());
        from.node().ask(everybody, PING, 30_000, results::add);
        world.run(31_000);
        return results.get(0).stream()
                .filter(Answer::hasReply)
                .map(Answer::getMember)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void apply(Fault fault, SimulatedWorld world) {
        SimulatedDaemon target = world.daemons.get(fault.target % world.daemons.size());
        letNewcomersBeKnown(world);
        boolean lastOne = world.joined().size() <= 1;
        switch (fault.kind) {
            case KILL:
                if (!lastOne) {
                    target.kill();
                }
                break;
            case LEAVE:
                if (!lastOne && target.isRunning()) {
                    target.node().leave();
                }
                break;
            case RESTART:
                if (!lastOne) {
                    target.kill();
                    target.restart().join(anyOther(world, fault.target));
                }
                break;
            case JOIN:
                SimulatedDaemon entry = anyOther(world, fault.target);
                SimulatedDaemon joining = world.add();
                joining.setSide(entry.side());
                joining.join(entry);
                break;
            case STOP:
                if (!lastOne) {
                    target.stop();
                }
                break;
            case RESUME:
                target.resume();
                break;
            case CUT:
                target.setSide(1);
                break;
            case HEAL:
                world.daemons.forEach(daemon -> daemon.setSide(0));
                break;
            default:
                break;
        }
        world.run(fault.pause);
    }

    /** Two who have come through one who dies before anybody else knows of either cannot find each other. */
    private static void letNewcomersBeKnown(SimulatedWorld world) {
        world.runUntil(() -> allKnowEachOther(world.joined()), world.now() + LONGEST_NEWS);
    }

    /** Among those on the same side of the network, whoever has joined is known to the others. */
    private static boolean allKnowEachOther(List<SimulatedDaemon> joined) {
        for (SimulatedDaemon daemon : joined) {
            Set<String> known = daemon.node().members().stream()
                    .map(member -> member.id() + "/" + member.instance())
                    .collect(Collectors.toSet());
            for (SimulatedDaemon other : joined) {
                Member self = other.node().self();
                if (other.side() == daemon.side() && !known.contains(self.id() + "/" + self.instance())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static SimulatedDaemon anyOther(SimulatedWorld world, int choice) {
        List<SimulatedDaemon> joined = world.joined();
        return joined.get(choice % joined.size());
    }
}
