package io.jmpi.daemon.console;

import com.google.protobuf.CodedOutputStream;
import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Hello;
import io.jmpi.daemon.control.Purpose;
import io.jmpi.daemon.control.Request;
import io.jmpi.daemon.control.Result;
import io.jmpi.daemon.net.Framing;
import io.jmpi.daemon.ring.Protocol;
import io.jmpi.daemon.trust.Credential;
import io.jmpi.daemon.trust.CredentialFile;
import io.jmpi.daemon.trust.SecretWord;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/**
 * A link to a daemon for who is none himself. One thread may receive while others send; whoever receives also shows the
 * daemon that this side lives.
 */
public final class ConsoleClient implements AutoCloseable {

    /** Where to find a daemon when none runs here, as {@code host:port}. */
    public static final String RING_VARIABLE = "JMPI_RING";

    private static final long HELLO_MILLIS = 10_000;

    private final Wire wire;
    private final String where;
    private final ByteBuffer header = ByteBuffer.allocate(Framing.HEADER);
    private Hello daemon;

    private ConsoleClient(Wire wire, String where) {
        this.wire = wire;
        this.where = where;
    }

    /** Whether this user has a daemon here, or has said where there is one. Costs no more than to look at a file. */
    public static boolean isWanted() {
        return ConsoleAddress.ofThisUser().exists() || ringVariable() != null;
    }

    private static String ringVariable() {
        String value = System.getenv(RING_VARIABLE);
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * Finds the daemon of this user, here or at {@code JMPI_RING}.
     *
     * @throws IOException if there is none, or it does not answer, with the remedy
     */
    public static ConsoleClient open(Purpose purpose) throws IOException {
        ConsoleAddress address = ConsoleAddress.ofThisUser();
        String ring = ringVariable();
        if (address.exists()) {
            return open(address, purpose);
        } else if (ring != null) {
            return openRemote(ring, purpose);
        }
        throw new IOException(
                "no daemon of this user runs here; start a ring with jmpdboot, or one of this host alone with"
                        + " jmpd -d");
    }

    /** Goes to the daemon that has a console. */
    public static ConsoleClient open(ConsoleAddress address, Purpose purpose) throws IOException {
        Wire wire;
        try {
            wire = new LocalWire(address.socket());
        } catch (SocketException e) {
            throw new IOException("no daemon answers at " + address + " (" + e.getMessage()
                    + "); jmpdcleanup removes what a dead one has left");
        }
        return new ConsoleClient(wire, address.toString()).greet(purpose);
    }

    private static ConsoleClient openRemote(String ring, Purpose purpose) throws IOException {
        CredentialFile file = CredentialFile.ofThisUser();
        SecretWord word = file.read();
        if (word == null) {
            throw new IOException(
                    RING_VARIABLE + "=" + ring + ": there is no " + file.path() + " with the ring's secret word");
        }
        HostAndPort address = HostAndPort.parse(RING_VARIABLE, ring);
        try {
            Wire wire = new RemoteWire(
                    new InetSocketAddress(address.host(), address.port()),
                    Credential.of(word).tls());
            return new ConsoleClient(wire, ring).greet(purpose);
        } catch (ConnectException e) {
            throw new IOException(RING_VARIABLE + "=" + ring + ": nobody listens there (" + e.getMessage() + ")", e);
        }
    }

    private ConsoleClient greet(Purpose purpose) throws IOException {
        boolean greeted = false;
        Watchdog watchdog = new Watchdog(this, HELLO_MILLIS);
        try {
            send(Frame.newBuilder()
                    .setHello(Hello.newBuilder().setVersion(Protocol.VERSION).setPurpose(purpose))
                    .build());
            Frame frame = receive();
            if (frame == null) {
                throw new IOException("the daemon at " + where + " has closed the link");
            } else if (frame.hasRefusal()) {
                throw new IOException("the daemon at " + where + " refuses: "
                        + frame.getRefusal().getReason());
            }
            daemon = frame.getHello();
            greeted = true;
            return this;
        } catch (ClosedChannelException | SocketException e) {
            throw new IOException("the daemon at " + where + " does not answer; jmpdcleanup ends it", e);
        } finally {
            watchdog.close();
            if (!greeted) {
                close();
            }
        }
    }

    /** The daemon at the other end, as it sees itself. */
    public Hello daemon() {
        return daemon;
    }

    /** Sends a frame; blocks while the daemon does not take it. */
    public void send(Frame frame) throws IOException {
        int length = frame.getSerializedSize();
        if (length > Framing.MAX_FRAME) {
            throw new IOException("a frame of " + length + " bytes, at most " + Framing.MAX_FRAME + " can be sent");
        }
        ByteBuffer buffer = ByteBuffer.allocate(Framing.HEADER + length);
        buffer.putInt(length);
        frame.writeTo(CodedOutputStream.newInstance(buffer.array(), Framing.HEADER, length));
        buffer.rewind();
        write(buffer);
    }

    private synchronized void write(ByteBuffer buffer) throws IOException {
        wire.write(buffer);
    }

    /**
     * Waits for a frame.
     *
     * @return null when the daemon has closed the link
     */
    public Frame receive() throws IOException {
        while (true) {
            header.clear();
            if (!wire.read(header)) {
                return null;
            }
            int length = header.getInt(0);
            if (length == 0) {
                write(ByteBuffer.allocate(Framing.HEADER));
                continue;
            } else if (length < 0 || length > Framing.MAX_FRAME) {
                throw new IOException("the daemon at " + where + " sent a frame of " + length + " bytes");
            }
            ByteBuffer frame = ByteBuffer.allocate(length);
            if (!wire.read(frame)) {
                return null;
            }
            return Frame.parseFrom(frame.array());
        }
    }

    /**
     * Sends a request and waits for its result.
     *
     * @throws IOException also if the daemon says that it cannot do it
     */
    public Result call(Request request, long timeoutMillis) throws IOException {
        Watchdog watchdog = new Watchdog(this, timeoutMillis);
        try {
            send(Frame.newBuilder().setRequest(request).build());
            Frame frame = receive();
            if (frame == null || !frame.hasResult()) {
                throw new IOException("the daemon at " + where + " has ended before it answered");
            } else if (frame.getResult().hasError()) {
                throw new IOException(frame.getResult().getError());
            }
            return frame.getResult();
        } catch (ClosedChannelException | SocketException e) {
            throw new IOException("the daemon at " + where + " did not answer within " + timeoutMillis + " ms", e);
        } finally {
            watchdog.close();
        }
    }

    /** Waits until the daemon has ended, if it does so in time. */
    public void awaitEnd(long timeoutMillis) {
        Watchdog watchdog = new Watchdog(this, timeoutMillis);
        try {
            while (receive() != null) {
                // It has nothing more to say that matters.
            }
        } catch (IOException e) {
            // That is an end too.
        } finally {
            watchdog.close();
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
