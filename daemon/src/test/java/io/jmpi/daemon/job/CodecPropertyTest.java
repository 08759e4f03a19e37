package io.jmpi.daemon.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.InvalidProtocolBufferException;
import io.jmpi.daemon.control.FromPart;
import io.jmpi.daemon.control.JobDescription;
import io.jmpi.daemon.control.ToPart;
import io.jmpi.daemon.program.Binding;
import io.jmpi.daemon.program.Program;
import io.jmpi.daemon.supervise.Input;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.PartEvent;
import io.jmpi.daemon.supervise.PartOrder;
import io.jmpi.daemon.supervise.RankSpec;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import io.jmpi.job.RankState;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What goes over the wire comes back as it was, and what is no message does no harm. */
class CodecPropertyTest {

    private static final int MOST_NODES = 5;

    @Property(tries = 200)
    void shouldBringOrdersAsTheyWere(@ForAll("orders") PartOrder order, @ForAll("nodes") int node) throws Exception {
        ToPart message = ToPart.parseFrom(Orders.encode(node, order).toByteArray());
        assertEquals(node, message.getNode());
        PartOrder back = Orders.decode(message);
        if (order instanceof PartOrder.Feed feed) {
            assertArrayEquals(feed.bytes(), ((PartOrder.Feed) back).bytes());
        } else if (order instanceof PartOrder.Stage stage) {
            assertArrayEquals(stage.bytes(), ((PartOrder.Stage) back).bytes());
            assertEquals(stage.name(), ((PartOrder.Stage) back).name());
            assertEquals(stage.executable(), ((PartOrder.Stage) back).executable());
        } else {
            assertEquals(order, back);
        }
    }

    @Property(tries = 200)
    void shouldBringEventsAsTheyWere(@ForAll("events") PartEvent event, @ForAll("nodes") int node) throws Exception {
        FromPart message = FromPart.parseFrom(Events.encode(node, event).toByteArray());
        assertEquals(node, message.getNode());
        assertEquals(event, Events.decode(message));
    }

    @Property(tries = 200)
    void shouldBringDescriptionsAsTheyWere(@ForAll("jobs") JobSpec job) throws Exception {
        JobDescription message =
                JobDescription.parseFrom(Descriptions.encode(job, 1 << 16).toByteArray());
        JobSpec back = Descriptions.decode(message);
        assertEquals(job.name(), back.name());
        assertEquals(job.alias(), back.alias());
        assertEquals(job.hosts(), back.hosts());
        assertEquals(job.ranks(), back.ranks());
        assertEquals(job.staged(), back.staged());
        assertArrayEquals(job.key(), back.key());
        for (int rank = 0; rank < job.size(); rank++) {
            assertEquals(job.placement().node(rank), back.placement().node(rank));
        }
    }

    @Property(tries = 2000)
    void shouldRefuseWhatIsNoMessage(@ForAll("jobs") JobSpec job, @ForAll Random random) {
        byte[] bytes = Descriptions.encode(job, 1 << 16).toByteArray();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        int length = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
        byte[] cut = java.util.Arrays.copyOf(bytes, length);
        decodeOrRefuse(() -> Descriptions.decode(JobDescription.parseFrom(cut)));
        decodeOrRefuse(() -> Orders.decode(ToPart.parseFrom(cut)));
        decodeOrRefuse(() -> Events.decode(FromPart.parseFrom(cut)));
    }

    private interface Decoding {
        Object decode() throws InvalidProtocolBufferException;
    }

    private static void decodeOrRefuse(Decoding decoding) {
        try {
            decoding.decode();
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            // as it should
        }
    }

    @Example
    void shouldRefuseSignalsThatAreMoreThanNames() {
        for (String name : new String[] {"", "KILL 1", "TERM;true", "kill", "$X"}) {
            ToPart message = ToPart.newBuilder().setSignal(name).build();
            assertThrows(IllegalArgumentException.class, () -> Orders.decode(message), name);
        }
    }

    @Provide
    Arbitrary<Integer> nodes() {
        return Arbitraries.integers().between(0, 1000);
    }

    @Provide
    Arbitrary<PartOrder> orders() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 1 << 20);
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(100);
        return Arbitraries.oneOf(
                Arbitraries.of("TERM", "INT", "KILL", "USR1", "STOP").map(PartOrder.Signal::new),
                numbers.map(PartOrder.Clear::new),
                numbers.map(PartOrder.Bury::new),
                Combinators.combine(numbers, numbers).as(PartOrder.Connect::new),
                bytes.map(PartOrder.Feed::new),
                Arbitraries.just(new PartOrder.EndInput()),
                numbers.map(PartOrder.Credit::new),
                Combinators.combine(Arbitraries.strings().ofMinLength(1), Arbitraries.of(true, false), bytes)
                        .as(PartOrder.Stage::new),
                Arbitraries.just(new PartOrder.EndStage()),
                Arbitraries.of(true, false).map(PartOrder.Finish::new));
    }

    @Provide
    Arbitrary<PartEvent> events() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 1 << 20);
        Arbitrary<RankState> states = Arbitraries.of(RankState.class);
        return Arbitraries.oneOf(
                Combinators.combine(numbers, Arbitraries.strings(), numbers).as(PartEvent.Ready::new),
                Arbitraries.strings().map(PartEvent.Detail::new),
                Combinators.combine(numbers, Arbitraries.strings()).as(PartEvent.Failed::new),
                Combinators.combine(numbers, Arbitraries.longs().greaterOrEqual(0))
                        .as(PartEvent.Started::new),
                Combinators.combine(numbers, states).as(PartEvent.Advanced::new),
                Combinators.combine(numbers, numbers).as(PartEvent.Listening::new),
                Combinators.combine(numbers, numbers, states, Arbitraries.integers())
                        .as(PartEvent.Ended::new),
                numbers.map(PartEvent.OutputEnded::new),
                Arbitraries.just(new PartEvent.OutputLost()),
                numbers.map(PartEvent.StageTaken::new),
                numbers.map(PartEvent.InputTaken::new),
                Arbitraries.just(new PartEvent.InputClosed()),
                Arbitraries.of("TERM", "STOP").map(PartEvent.Signalled::new),
                Arbitraries.just(new PartEvent.Finished()),
                Arbitraries.strings().map(PartEvent.Lost::new));
    }

    @Provide
    Arbitrary<JobSpec> jobs() {
        Arbitrary<Integer> nodes = Arbitraries.integers().between(1, MOST_NODES);
        return Combinators.combine(nodes, Arbitraries.randomValue(random -> random.nextLong()))
                .as((count, seed) -> job(count, new Random(seed)));
    }

    /** One with programs, environments and inputs that some ranks share. */
    private static JobSpec job(int nodes, Random random) {
        List<Program> programs = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            programs.add(new Program(
                    List.of("program" + i, "a b", ""),
                    new File(random.nextBoolean() ? "" : "/directory"),
                    random.nextBoolean() ? Map.of() : Map.of("NAME", "value " + random.nextInt(2), "E", ""),
                    false,
                    random.nextBoolean() ? List.of() : List.of("/file"),
                    random.nextBoolean() ? null : "/bin",
                    random.nextBoolean() ? null : "22",
                    Binding.values()[random.nextInt(Binding.values().length)]));
        }
        Input[] inputs = {Input.NOTHING, Input.FED, Input.FED_DIALOGUE};
        int size = nodes + random.nextInt(10);
        int[] nodeOfRank = new int[size];
        List<RankSpec> ranks = new ArrayList<>();
        for (int rank = 0; rank < size; rank++) {
            nodeOfRank[rank] = rank < nodes ? rank : random.nextInt(nodes);
            ranks.add(new RankSpec(programs.get(random.nextInt(programs.size())), inputs[random.nextInt(3)]));
        }
        List<NodeHost> hosts = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            hosts.add(new NodeHost("host" + node, List.of("10.0.0." + node, "fe80::" + node)));
        }
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new JobSpec("1@a_1", "alias", Placement.of(nodeOfRank), hosts, key, ranks, random.nextBoolean(), false);
    }
}
