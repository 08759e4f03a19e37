package io.jmpi.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.job.JobKey;
import io.jmpi.job.JobSegmentFile;
import io.jmpi.transport.Envelope;
import io.jmpi.trust.SharedIdentity;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who do not belong to the job, and what ranks make of them: nothing. */
class StrangersTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream usual = System.err;
    private JobSegmentFile job;

    @BeforeEach
    void makeJob() throws IOException {
        job = Station.job(directory, 2);
        System.setErr(new PrintStream(said, true));
    }

    @AfterEach
    void dropJob() {
        System.setErr(usual);
        job.close();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** The two ranks of the job still talk. */
    private static void talk(Station one, Station other) {
        int before = other.received.size();
        byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
        boolean[] sent = {false};
        Station.drive(
                () -> {
                    sent[0] = sent[0] || one.trySend(other.rank, 3, text);
                    return sent[0];
                },
                one,
                other);
        Station.drive(() -> other.has(before + 1, text), one, other);
    }

    @Test
    void shouldTurnAwayWhoSpeaksSomethingElse() throws Exception {
        try (Station one = Station.open(job, 0);
                Station other = Station.open(job, 1)) {
            byte[] noise = new byte[1000];
            new Random(5).nextBytes(noise);
            for (int i = 0; i < 3; i++) {
                Impostor stranger = new Impostor(one.port());
                stranger.send(noise);
                one.drive(stranger::isTurnedAway);
                stranger.close();
            }
            talk(other, one);
            assertEquals(1, said().lines().count(), "told of once: " + said());
            assertTrue(said().contains("rank 0 refused a connection from"), said());
            assertTrue(said().contains("it is not a rank of JMPI"), said());
        }
    }

    @Test
    void shouldTurnAwayWhoSpeaksWithoutTls() throws Exception {
        Map<String, String> tls = Map.of(TcpSettings.TLS, "1");
        try (Station one = Station.open(job, 0, tls);
                Station other = Station.open(job, 1, tls);
                Impostor plain = new Impostor(one.port())) {
            plain.send(new CallerHandshake(one.segment.key(), Handshake.RECORDS, 1, 0).hello());
            one.drive(plain::isTurnedAway);
            assertTrue(said().contains("TLS: "), said());
            talk(other, one);
        }
    }

    /** Knows how to speak TLS, and even the job's key; but not by way of the key's identity. */
    @Test
    void shouldTurnAwayWhoShowsAnotherIdentity() throws Exception {
        try (Station one = Station.open(job, 0, Map.of(TcpSettings.TLS, "1"))) {
            SSLContext context = SharedIdentity.of(JobKey.random()).tls("another");
            Thread stranger = new Thread(() -> knock(context, one.port()));
            stranger.start();
            one.drive(() -> said().contains("rank 0 refused"));
            one.drive(() -> !stranger.isAlive());
        }
    }

    private static void knock(SSLContext context, int port) {
        try (Socket socket = context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(new byte[Handshake.HELLO_BYTES]);
            socket.getInputStream().read();
        } catch (IOException e) {
            // refused, on one side or the other
        }
    }

    @Test
    void shouldTurnAwayWhoSaysTooLittleForTooLong() throws Exception {
        Map<String, String> shortPatience = Map.of(TcpSettings.PEER_TIMEOUT, "2");
        try (Station one = Station.open(job, 0, shortPatience);
                Impostor silent = new Impostor(one.port());
                Impostor slow = new Impostor(one.port())) {
            slow.send(new byte[] {0x4a, 0x4d});
            one.drive(() -> said().contains("it did not say who it is"));
            one.drive(silent::isTurnedAway);
            one.drive(slow::isTurnedAway);
        }
    }

    /** It may be a rank that was stopped on its way. */
    @Test
    void shouldSayNothingOfWhoIsSlowToProveItself() throws Exception {
        Map<String, String> shortPatience = Map.of(TcpSettings.PEER_TIMEOUT, "2");
        try (Station one = Station.open(job, 0, shortPatience);
                Impostor stopped = new Impostor(one.port())) {
            stopped.send(new CallerHandshake(one.segment.key(), Handshake.LIFELINE, 1, 0).hello());
            one.drive(() -> stopped.isTurnedAway());
            assertFalse(said().contains("refused"), said());
        }
    }

    @Test
    void shouldSayNothingOfWhoIsSilentAtAHostOfTheJob() throws Exception {
        Map<String, String> shortPatience = Map.of(TcpSettings.PEER_TIMEOUT, "2");
        try (JobSegmentFile wide = Station.jobOfTwoHosts(directory);
                Station one = Station.open(wide, 0, shortPatience);
                Impostor stopped = new Impostor(one.port())) {
            one.drive(() -> stopped.isTurnedAway());
            assertFalse(said().contains("refused"), said());
        }
    }

    @Test
    void shouldLetRanksInWhileAThousandStrangersKnock() throws Exception {
        List<Impostor> crowd = new ArrayList<>();
        try (Station one = Station.open(job, 0);
                Station other = Station.open(job, 1)) {
            int before = openFiles();
            for (int i = 0; i < 1000; i++) {
                crowd.add(new Impostor(one.port()));
                if (i % 100 == 0) {
                    one.poll();
                }
            }
            talk(other, one);
            talk(one, other);
            one.drive(() -> said().contains("too many connect at once"));
            int polls = 0;
            while (polls++ < 1000) {
                one.poll();
            }
            int held = openFiles() - before - crowd.size();
            assertTrue(held <= Guests.MOST + 10, held + " connections of strangers are held");
            assertEquals(1, said().lines().count(), said());
        } finally {
            for (Impostor stranger : crowd) {
                stranger.close();
            }
        }
    }

    private static int openFiles() {
        return new File("/proc/self/fd").list().length;
    }

    @ParameterizedTest
    @ValueSource(ints = {Envelope.PAD, Envelope.CANCELLED + 1, 0x7f, 0x82, 0xff})
    void shouldGiveUpAPeerThatSendsUnknownRecords(int kind) throws Exception {
        try (Station one = Station.open(job, 0);
                Impostor mad = Impostor.as(1, one)) {
            mad.sendEnvelope(Envelope.head(kind, 0) | 16, 0);
            expectLoss(one, "it sent a record of kind " + kind + " and length 16");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 0, 15, (64 << 10) + 17, Integer.MAX_VALUE})
    void shouldGiveUpAPeerThatSendsRecordsOfNoLength(int length) throws Exception {
        try (Station one = Station.open(job, 0);
                Impostor mad = Impostor.as(1, one)) {
            mad.sendEnvelope(Envelope.head(Envelope.EAGER, 0) | (length & 0xffff_ffffL), 0);
            expectLoss(one, "it sent a record of kind 1 and length " + length);
        }
    }

    @Test
    void shouldGiveUpAPeerThatEndsInTheMiddle() throws Exception {
        try (Station one = Station.open(job, 0);
                Impostor mad = Impostor.as(1, one)) {
            mad.sendEnvelope(Envelope.head(Envelope.EAGER, 0) | 100, 0);
            mad.send(new byte[50]);
            mad.end();
            expectLoss(one, "it ended without calling MPI.Finalize");
            assertEquals(0, one.received.size());
        }
    }

    private static void expectLoss(Station station, String reason) {
        IllegalStateException[] error = {null};
        station.drive(() -> {
            try {
                station.poll();
            } catch (IllegalStateException e) {
                error[0] = e;
            }
            return error[0] != null;
        });
        assertEquals("rank 1 on here is lost: " + reason, error[0].getMessage());
    }

    @Test
    void shouldRefuseARankThatIsThereAlready() throws Exception {
        try (Station one = Station.open(job, 0);
                Impostor first = Impostor.as(1, one)) {
            IOException refusal = assertThrows(IOException.class, () -> Impostor.as(1, one));
            assertEquals("verdict " + Handshake.NOT_NEEDED, refusal.getMessage());
            first.sendEnvelope(Envelope.head(Envelope.EAGER, 0) | 16, Envelope.detail(9, 0));
            one.drive(() -> one.received.size() == 1);
        }
    }
}
