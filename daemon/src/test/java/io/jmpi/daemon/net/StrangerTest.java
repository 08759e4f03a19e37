package io.jmpi.daemon.net;

import static io.jmpi.daemon.net.Recorder.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Hello;
import io.jmpi.daemon.trust.Credential;
import io.jmpi.daemon.trust.SecretWord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those get who come without the credential, or with it and do what nobody does. */
class StrangerTest {

    private static final SSLContext RING = Credential.of(SecretWord.random()).tls();
    private static final int CROWD = 1000;

    /** Less than a link may take to be made: who is turned away at once need not wait for that. */
    private static final int SOON_MILLIS = 3000;

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

    private Socket connect() throws IOException {
        return new Socket(port.address().getAddress(), port.address().getPort());
    }

    private void expectThatMembersAreServed() throws InterruptedException {
        Link link = network.connect(port.address(), RING, client);
        link.send(hello(7));
        assertEquals(hello(7), next(server.frames));
        link.close();
        next(client.reasons);
    }

    private static Frame hello(int version) {
        return Frame.newBuilder()
                .setHello(Hello.newBuilder().setVersion(version))
                .build();
    }

    @Test
    void shouldTurnAwayWhoDoesNotSpeakTls() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes());
            assertEquals("does not speak TLS", next(refusals));
            assertTrue(server.frames.isEmpty());
        }
        expectThatMembersAreServed();
    }

    @Test
    void shouldTurnAwayWhoSaysNothing() throws Exception {
        try (Socket socket = connect()) {
            assertTrue(socket.isConnected());
            assertEquals("did not finish the TLS handshake in time", next(refusals));
        }
    }

    @Test
    void shouldServeMembersWhileACrowdOfStrangersWaits() throws Exception {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) {
                Socket socket = connect();
                crowd.add(socket);
                if (i % 2 == 0) {
                    // The beginning of a record, and never the rest.
                    write(socket, new byte[] {22, 3, 1, 64, 0, 1});
                }
            }
            assertEquals("dropped, since 128 others are waiting to show a credential", next(refusals));
            expectThatMembersAreServed();
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
        assertTrue(server.reasons.size() <= 1, "none of the crowd got in");
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // It was turned away already.
        }
    }

    /** Everything that a member has sent, byte for byte, on a connection of one's own. */
    @Test
    void shouldTurnAwayWhatWasRecorded() throws Exception {
        byte[] recorded = record();
        try (Socket socket = connect()) {
            socket.setSoTimeout(SOON_MILLIS);
            socket.getOutputStream().write(recorded);
            next(refusals);
            assertTrue(server.frames.isEmpty());
        }
        expectThatMembersAreServed();
    }

    /** What a member sends through a wire-tap. */
    private byte[] record() throws Exception {
        ByteArrayOutputStream recorded = new ByteArrayOutputStream();
        try (ServerSocket tap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Link link = network.connect(tap.getLocalSocketAddress(), RING, client);
            link.send(hello(1));
            try (Socket in = tap.accept();
                    Socket out = connect()) {
                Thread back = new Thread(() -> copy(out, in, null));
                Thread forth = new Thread(() -> copy(in, out, recorded));
                back.start();
                forth.start();
                assertEquals(hello(1), next(server.frames));
                link.close();
                next(client.reasons);
            }
        }
        return recorded.toByteArray();
    }

    private static void copy(Socket from, Socket to, ByteArrayOutputStream recorded) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[1024];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (recorded != null) {
                    recorded.write(bytes, 0, count);
                }
                out.write(bytes, 0, count);
            }
        } catch (IOException e) {
            // The connection is over.
        }
    }

    private SSLSocket member() throws IOException {
        SSLSocket socket = (SSLSocket) RING.getSocketFactory()
                .createSocket(port.address().getAddress(), port.address().getPort());
        socket.setEnabledProtocols(new String[] {"TLSv1.3"});
        return socket;
    }

    @Test
    void shouldCloseALinkWithAFrameThatIsTooLarge() throws Exception {
        try (SSLSocket socket = member()) {
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(4).putInt(Framing.MAX_FRAME + 1).array());
            assertEquals("a frame larger than 1048576 bytes", next(server.reasons));
        }
        try (SSLSocket socket = member()) {
            socket.getOutputStream().write(ByteBuffer.allocate(4).putInt(-1).array());
            assertEquals("a frame larger than 1048576 bytes", next(server.reasons));
        }
    }

    @Test
    void shouldCloseALinkWithAFrameThatMakesNoSense() throws Exception {
        try (SSLSocket socket = member()) {
            socket.getOutputStream().write(new byte[] {0, 0, 0, 3, -1, -1, -1});
            assertEquals("a frame that cannot be read", next(server.reasons));
        }
    }

    @Test
    void shouldNotTakeHalfAFrameForOne() throws Exception {
        try (SSLSocket socket = member()) {
            byte[] frame = hello(3).toByteArray();
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(4).putInt(frame.length + 1).array());
            socket.getOutputStream().write(frame);
            next(server.opened);
        }
        next(server.reasons);
        assertTrue(server.frames.isEmpty());
    }
}
