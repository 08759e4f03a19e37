package io.jmpi.daemon.ring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import io.jmpi.daemon.control.Ask;
import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Member;
import io.jmpi.daemon.control.News;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.Table;
import io.jmpi.daemon.control.Token;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Bytes that anybody could send who has the credential: a member may close that link, and no more. */
class FuzzTest {

    private static final long QUIET = 100_000;

    @Provide
    Arbitrary<byte[]> anyBytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    }

    @Provide
    Arbitrary<List<byte[]>> conversations() {
        return spoiltFrames().list().ofMaxSize(10);
    }

    /** Frames of all kinds, with what they may contain, from which some bytes are changed. */
    private static Arbitrary<byte[]> spoiltFrames() {
        Arbitrary<Member> members = Combinators.combine(
                        Arbitraries.strings().ofMaxLength(8),
                        Arbitraries.longs(),
                        Arbitraries.of(Member.State.ALIVE, Member.State.SUSPECT, Member.State.LEFT))
                .as((id, incarnation, state) -> Member.newBuilder()
                        .setId(id)
                        .setIncarnation(incarnation)
                        .setState(state)
                        .setBoot(incarnation)
                        .addAddresses(id)
                        .build());
        Arbitrary<Frame> tables = members.list()
                .ofMaxSize(3)
                .map(list -> Frame.newBuilder()
                        .setTable(Table.newBuilder().addAllMembers(list).setComplete(true))
                        .build());
        Arbitrary<Frame> news = members.list()
                .ofMaxSize(3)
                .map(list -> Frame.newBuilder()
                        .setNews(News.newBuilder().addAllMembers(list))
                        .build());
        Arbitrary<Frame> others = Combinators.combine(
                        Arbitraries.strings().ofMaxLength(8), Arbitraries.longs(), Arbitraries.integers())
                .as((name, number, small) -> small % 2 == 0
                        ? Frame.newBuilder()
                                .setToken(Token.newBuilder()
                                        .setOrigin(name)
                                        .setNumber(number)
                                        .setLoops(small))
                                .build()
                        : Frame.newBuilder()
                                .setAsk(Ask.newBuilder()
                                        .setOrigin(name)
                                        .setNumber(number)
                                        .addTargets(name)
                                        .setTimeoutMillis(small & 0xffff)
                                        .setQuestion(Question.getDefaultInstance()))
                                .build());
        Arbitrary<byte[]> frames = Arbitraries.oneOf(tables, news, others).map(Frame::toByteArray);
        return Combinators.combine(
                        frames,
                        Arbitraries.integers().between(0, 1 << 20),
                        Arbitraries.bytes(),
                        Arbitraries.of(true, false))
                .as((bytes, at, value, spoil) -> {
                    if (spoil && bytes.length > 0) {
                        bytes[at % bytes.length] = value;
                    }
                    return bytes;
                });
    }

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void shouldReadOrRefuseAnyBytes(@ForAll("anyBytes") byte[] bytes) {
        try {
            Frame.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            // So a link closes.
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void shouldStayARingWhateverAMemberSays(@ForAll("conversations") List<byte[]> frames, @ForAll long seed) {
        SimulatedWorld world = RingSimulationTest.ring(3, seed);
        SimulatedDaemon victim = world.daemons.get(1);
        SimulatedDaemon liar = world.add("liar");
        Link link = world.connect(liar, victim.host(), victim.port(), new LinkListener() {
            @Override
            public void onFrame(Link from, Frame frame) {}

            @Override
            public void onClosed(Link from, String reason) {}
        });
        link.send(Frame.newBuilder()
                .setHello(Attempt.hello(
                        io.jmpi.daemon.control.Purpose.RING, liar.node().self()))
                .build());
        for (byte[] bytes : frames) {
            try {
                link.send(Frame.parseFrom(bytes));
            } catch (InvalidProtocolBufferException e) {
                // A decoder refuses it before it gets anywhere.
            }
        }
        world.run(1000);
        liar.kill();
        world.run(QUIET);
        for (int i = 0; i < 3; i++) {
            SimulatedDaemon honest = world.daemons.get(i);
            assertTrue(honest.isRunning(), world::views);
            List<String> ids = honest.node().members().stream()
                    .map(io.jmpi.daemon.ring.Member::id)
                    .toList();
            for (int j = 0; j < 3; j++) {
                assertTrue(ids.contains(world.daemons.get(j).id()), world::views);
            }
        }
    }
}
