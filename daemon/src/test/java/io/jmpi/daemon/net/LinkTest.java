package io.jmpi.daemon.net;

import static io.jmpi.daemon.net.Recorder.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Hello;
import io.jmpi.daemon.control.Refusal;
import io.jmpi.daemon.trust.Credential;
import io.jmpi.daemon.trust.SecretWord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {

    private static final SSLContext RING = Credential.of(SecretWord.random()).tls();
    private static final SSLContext OTHER_RING =
            Credential.of(SecretWord.random()).tls();

    private final Network network = new Network("test");
    private final Recorder server = new Recorder();
    private final Recorder client = new Recorder();
    private final BlockingQueue<String> refusals = new LinkedBlockingQueue<>();
    private Port port;

    @BeforeEach
    void listen() throws IOException {
        port = network.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), RING, new Door() {
            @Override
            public LinkListener onVisitor(Link link) {
                return server;
            }

            @Override
            public void onRefused(SocketAddress from, String reason) {
                refusals.add(reason);
            }
        });
    }

    @AfterEach
    void close() {
        network.close();
    }

    private static Frame hello(int version) {
        return Frame.newBuilder()
                .setHello(Hello.newBuilder().setVersion(version))
                .build();
    }

    private static Frame large(int bytes) {
        return Frame.newBuilder()
                .setRefusal(Refusal.newBuilder().setReason("x".repeat(bytes)))
                .build();
    }

    @Test
    void shouldCarryFramesBothWaysInOrder() throws InterruptedException {
        Link link = network.connect(port.address(), RING, client);
        for (int i = 0; i < 1000; i++) {
            link.send(hello(i));
        }
        Link back = next(server.opened);
        back.send(large(900_000));
        for (int i = 0; i < 1000; i++) {
            assertEquals(hello(i), next(server.frames));
        }
        assertEquals(large(900_000), next(client.frames));
        assertEquals(port.address(), link.remoteAddress());
        link.close();
        assertEquals("closed by this side", next(client.reasons));
        assertEquals("closed by the other side", next(server.reasons));
    }

    @Test
    void shouldRefuseWhoHasAnotherWord() throws InterruptedException {
        network.connect(port.address(), OTHER_RING, client);
        assertTrue(next(client.reasons).contains("its secret word is another one"));
        assertTrue(next(refusals).contains("does not accept our credential"));
        assertTrue(server.opened.isEmpty());
    }

    @Test
    void shouldSayThatNobodyListens() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        network.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), free), RING, client);
        assertEquals("connection refused", next(client.reasons));
    }

    @Test
    void shouldSayWhenThereIsNoMoreRoomAndWhenThereIsAgain() throws InterruptedException {
        Link link = network.connect(port.address(), RING, client);
        Link back = next(server.opened);
        back.setReading(false);
        int sent = 0;
        do {
            sent++;
            assertTrue(sent < 10_000, "never full");
        } while (link.send(large(10_000)));
        assertTrue(client.writable.isEmpty());
        back.setReading(true);
        next(client.writable);
        for (int i = 0; i < sent; i++) {
            next(server.frames);
        }
    }

    @Test
    void shouldNoticeThatTheOtherSideIsSilent() throws InterruptedException {
        Link link = network.connect(port.address(), RING, client);
        Link back = next(server.opened);
        back.setReading(false);
        link.keepAlive(10, 200);
        assertEquals("silent for 200 ms", next(client.reasons));
    }

    @Test
    void shouldStayOpenWhileTheOtherSideLives() throws InterruptedException {
        Link link = network.connect(port.address(), RING, client);
        next(server.opened);
        link.keepAlive(10, 1000);
        assertEquals(null, client.reasons.poll(2, TimeUnit.SECONDS));
        link.send(hello(1));
        next(server.frames);
    }

    @Test
    void shouldNotSendWhatNobodyWouldTake() throws InterruptedException {
        Link link = network.connect(port.address(), RING, client);
        next(server.opened);
        assertThrows(IllegalArgumentException.class, () -> link.send(large(Framing.MAX_FRAME)));
    }

    @Test
    void shouldCloseALinkWhoseListenerThrows() throws InterruptedException {
        Link link = network.connect(port.address(), RING, client);
        Link back = next(server.opened);
        network.execute(() -> back.setListener(new LinkListener() {
            @Override
            public void onFrame(Link from, Frame frame) {
                throw new IllegalStateException("not now");
            }

            @Override
            public void onClosed(Link from, String reason) {
                server.onClosed(from, reason);
            }
        }));
        link.send(hello(1));
        assertEquals("not now", next(server.reasons));
        assertFalse(next(client.reasons).isEmpty());
    }
}
