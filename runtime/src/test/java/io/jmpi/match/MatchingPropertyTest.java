package io.jmpi.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.jmpi.data.Wire;
import io.jmpi.transport.Envelope;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Matching against the plainest model there is: two lists, searched from the front. */
class MatchingPropertyTest {

    private static final int ANY = PostedReceives.ANY;

    private record Receive(Posted posted, int context, int source, int tag) {

        boolean fits(int context, int source, int tag) {
            return this.context == context
                    && (this.source == ANY || this.source == source)
                    && (this.tag == ANY || this.tag == tag);
        }
    }

    private record Arrived(int number, int context, int source, int tag) {}

    private static final class Posted extends Link {}

    private final Wire wire = new Wire(ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder()));

    @Property
    void shouldMatchAsTheModelDoes(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 4) int contexts,
            @ForAll @IntRange(min = 1, max = 5) int sources,
            @ForAll @IntRange(min = 1, max = 40) int tags,
            @ForAll @IntRange(min = 0, max = 100) int wildcards,
            @ForAll @IntRange(min = 10, max = 90) int arrivals) {
        PostedReceives<Posted> posted = new PostedReceives<>();
        UnexpectedMessages unexpected = new UnexpectedMessages();
        List<Receive> receives = new ArrayList<>();
        List<Arrived> messages = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            int context = random.nextInt(contexts);
            int source = random.nextInt(sources);
            int tag = random.nextInt(tags);
            int dice = random.nextInt(100);
            if (dice < arrivals) {
                arrive(posted, unexpected, receives, messages, step, context, source, tag);
            } else if (dice < 97 || receives.isEmpty()) {
                receive(
                        posted,
                        unexpected,
                        receives,
                        messages,
                        context,
                        random.nextInt(100) < wildcards ? ANY : source,
                        random.nextInt(100) < wildcards ? ANY : tag);
            } else {
                posted.remove(receives.remove(random.nextInt(receives.size())).posted());
            }
            assertEquals(receives.size(), posted.size());
            assertEquals(messages.size(), unexpected.size());
        }
    }

    private void arrive(
            PostedReceives<Posted> posted,
            UnexpectedMessages unexpected,
            List<Receive> receives,
            List<Arrived> messages,
            int number,
            int context,
            int source,
            int tag) {
        Posted expected = null;
        for (Iterator<Receive> all = receives.iterator(); expected == null && all.hasNext(); ) {
            Receive receive = all.next();
            if (receive.fits(context, source, tag)) {
                expected = receive.posted();
                all.remove();
            }
        }
        assertSame(expected, posted.match(context, source, tag));
        if (expected == null) {
            wire.bytes().putInt(0, number);
            unexpected.add(context, source, tag, Envelope.EAGER, number, Integer.BYTES, wire, 0, Integer.BYTES);
            messages.add(new Arrived(number, context, source, tag));
        }
    }

    private void receive(
            PostedReceives<Posted> posted,
            UnexpectedMessages unexpected,
            List<Receive> receives,
            List<Arrived> messages,
            int context,
            int source,
            int tag) {
        Receive receive = new Receive(new Posted(), context, source, tag);
        Arrived expected = null;
        for (Arrived message : messages) {
            if (receive.fits(message.context(), message.source(), message.tag())) {
                expected = message;
                break;
            }
        }
        UnexpectedMessage found = unexpected.first(context, source, tag);
        if (expected == null) {
            assertNull(found);
            posted.post(receive.posted(), context, source, tag);
            receives.add(receive);
        } else {
            assertEquals(expected.number(), found.id());
            assertEquals(expected.source(), found.source());
            assertEquals(expected.tag(), found.tag());
            assertEquals(expected.number(), found.data().bytes().getInt(0));
            messages.remove(expected);
            unexpected.remove(found);
            unexpected.recycle(found);
        }
    }
}
