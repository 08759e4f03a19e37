package io.jmpi.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.job.JobKey;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HandshakeTest {

    private static final int SIZE = 8;
    private static final byte[] KEY = JobKey.random();

    private static CallerHandshake caller(byte[] key, int self, int peer) {
        return new CallerHandshake(key, Handshake.RECORDS, self, peer);
    }

    private static ListenerHandshake listener(byte[] key, int self) {
        return new ListenerHandshake(key, self, SIZE);
    }

    private static String refusal(Refusal call) {
        return assertThrows(RefusedException.class, call::run).getMessage();
    }

    private interface Refusal {
        void run() throws IOException;
    }

    @Test
    void shouldLetRanksOfOneJobBelieveEachOther() throws IOException {
        CallerHandshake caller = new CallerHandshake(KEY, Handshake.LIFELINE, 3, 5);
        ListenerHandshake listener = listener(KEY, 5);
        listener.onProof(caller.onChallenge(listener.onHello(caller.hello())));
        assertEquals(3, listener.caller());
        assertEquals(Handshake.LIFELINE, listener.purpose());
        assertEquals(Handshake.NOT_NEEDED, caller.onVerdict(listener.verdict(Handshake.NOT_NEEDED)));
        assertEquals(Handshake.WELCOME, caller.onVerdict(listener.verdict(Handshake.WELCOME)));
    }

    @Test
    void shouldRefuseAnotherJob() throws IOException {
        CallerHandshake stranger = caller(JobKey.random(), 3, 5);
        ListenerHandshake listener = listener(KEY, 5);
        byte[] proof = stranger.onChallenge(listener.onHello(stranger.hello()));
        assertEquals("it does not know the job's key", refusal(() -> listener.onProof(proof)));
        assertEquals(
                "it does not know the job's key",
                refusal(() -> stranger.onVerdict(listener.verdict(Handshake.WELCOME))));
    }

    @Test
    void shouldRefuseWhoWantsAnotherRankWithoutCallingItAStranger() {
        IOException reason = assertThrows(
                IOException.class,
                () -> listener(KEY, 5).onHello(caller(KEY, 3, 4).hello()));
        assertFalse(reason instanceof RefusedException);
        assertEquals("it wants rank 4, this is rank 5", reason.getMessage());
    }

    @Test
    void shouldRefuseRanksThatThereAreNot() {
        for (int self : new int[] {-1, 5, SIZE, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            String reason =
                    refusal(() -> listener(KEY, 5).onHello(caller(KEY, self, 5).hello()));
            assertEquals("it says that it is rank " + self + " of " + SIZE, reason);
        }
    }

    @Test
    void shouldNameBothVersions() {
        byte[] hello = caller(KEY, 3, 5).hello();
        hello[8] = 7;
        String reason = refusal(() -> listener(KEY, 5).onHello(hello));
        assertTrue(reason.startsWith("it speaks version 7, this rank version 1;"), reason);
    }

    /** What was proved once proves nothing the next time. */
    @Test
    void shouldRefuseWhatItHasHeardBefore() throws IOException {
        CallerHandshake caller = caller(KEY, 3, 5);
        ListenerHandshake first = listener(KEY, 5);
        byte[] proof = caller.onChallenge(first.onHello(caller.hello()));
        first.onProof(proof);
        ListenerHandshake second = listener(KEY, 5);
        second.onHello(caller.hello());
        assertThrows(RefusedException.class, () -> second.onProof(proof));
    }

    /** A listener's own words are no proof when sent back to it. */
    @Test
    void shouldRefuseItsOwnDigest() throws IOException {
        CallerHandshake caller = caller(KEY, 3, 5);
        ListenerHandshake listener = listener(KEY, 5);
        listener.onHello(caller.hello());
        for (int word : new int[] {Handshake.WELCOME, Handshake.NOT_NEEDED}) {
            byte[] verdict = listener.verdict(word);
            byte[] digest = java.util.Arrays.copyOfRange(verdict, verdict.length - Hmac.LENGTH, verdict.length);
            assertThrows(RefusedException.class, () -> listener.onProof(digest));
        }
    }

    @Property(tries = 500)
    void shouldRefuseGarbage(@ForAll @Size(Handshake.HELLO_BYTES) byte[] garbage) {
        assertThrows(RefusedException.class, () -> listener(KEY, 5).onHello(garbage));
    }

    /** One bit that is changed on the way, anywhere, and the two do not believe each other. */
    @Property(tries = 1000)
    void shouldNoticeAChangedBit(@ForAll @IntRange(max = 3) int message, @ForAll @IntRange(max = 447) int bit) {
        CallerHandshake caller = caller(KEY, 3, 5);
        ListenerHandshake listener = listener(KEY, 5);
        assertThrows(IOException.class, () -> {
            byte[] hello = caller.hello().clone();
            flip(hello, message == 0, bit);
            byte[] challenge = listener.onHello(hello).clone();
            flip(challenge, message == 1, bit);
            byte[] proof = caller.onChallenge(challenge);
            flip(proof, message == 2, bit);
            listener.onProof(proof);
            byte[] verdict = listener.verdict(Handshake.WELCOME);
            flip(verdict, message == 3, bit);
            caller.onVerdict(verdict);
        });
    }

    private static void flip(byte[] bytes, boolean really, int bit) {
        if (really) {
            int at = bit % (8 * bytes.length);
            bytes[at / 8] ^= (byte) (1 << at % 8);
        }
    }
}
