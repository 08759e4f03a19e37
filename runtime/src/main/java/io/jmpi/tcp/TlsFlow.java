package io.jmpi.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * A connection inside TLS.
 *
 * <pre>
 *            read                                    write
 *   target <------ opened <-- engine <-- arrived    source --> engine --> sealed --> bare flow
 * </pre>
 *
 * What a call has taken from its source counts as written, though some of it may still lie in {@code sealed}: that goes as
 * soon as the bare flow takes it, which this flow watches itself.
 */
final class TlsFlow extends Flow implements Watcher {

    /** Rounds before others get their turn. */
    private static final int ROUNDS = 4;

    private final Flow bare;
    private final SSLEngine engine;
    private final ByteBuffer arrived;
    private final ByteBuffer opened;
    private final ByteBuffer sealed;
    private final List<TlsFlow> ahead;
    private boolean wantsToWrite;
    private boolean connected;
    private boolean ended;

    /**
     * @param ahead takes this flow when it holds data that no poller tells of: it is to be {@linkplain #onReady called} soon
     * @throws SSLException when the engine cannot begin
     */
    TlsFlow(Flow bare, SSLEngine engine, List<TlsFlow> ahead) throws SSLException {
        this.bare = bare;
        this.ahead = ahead;
        this.engine = engine;
        engine.beginHandshake();
        int packet = engine.getSession().getPacketBufferSize();
        arrived = ByteBuffer.allocateDirect(2 * packet).limit(0);
        opened = ByteBuffer.allocateDirect(engine.getSession().getApplicationBufferSize())
                .limit(0);
        sealed = ByteBuffer.allocateDirect(4 * packet).limit(0);
        bare.watcher(this);
    }

    @Override
    public void onReady(boolean writable) {
        if (writable && !isFlushed()) {
            try {
                flush();
            } catch (IOException e) {
                // reading or writing meets it again
            }
        }
        boolean again = true;
        for (int i = 0; again && i < ROUNDS && watcher() != null; i++) {
            Watcher before = watcher();
            int had = arrived.remaining() + opened.remaining();
            before.onReady(writable && wantsToWrite || writable && !connected);
            int left = arrived.remaining() + opened.remaining();
            again = isAhead() && (watcher() != before || left != had);
        }
        if (again && watcher() != null) {
            ahead.add(this);
        }
    }

    @Override
    boolean finishConnect() throws IOException {
        if (!connected) {
            if (!bare.finishConnect()) {
                return false;
            }
            connected = true;
            bare.watch(false);
        }
        return shakeHands();
    }

    /** Goes on with the engine's handshake; returns whether it is done. */
    private boolean shakeHands() throws IOException {
        try {
            while (true) {
                switch (engine.getHandshakeStatus()) {
                    case NOT_HANDSHAKING, FINISHED -> {
                        return true;
                    }
                    case NEED_TASK -> engine.getDelegatedTask().run();
                    case NEED_WRAP -> {
                        if (!seal(ByteBuffer.allocate(0), 0)) {
                            return false;
                        }
                    }
                    default -> {
                        if (ended || !openNext()) {
                            return ended;
                        }
                    }
                }
            }
        } catch (SSLException e) {
            throw refused(e);
        }
    }

    private static RefusedException refused(SSLException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new RefusedException("TLS: " + cause.getMessage());
    }

    /** Opens the next packet, if it is here; returns whether anything was done. */
    private boolean openNext() throws IOException {
        while (true) {
            opened.compact();
            SSLEngineResult result;
            try {
                result = engine.unwrap(arrived, opened);
            } finally {
                opened.flip();
            }
            switch (result.getStatus()) {
                case OK -> {
                    return result.bytesConsumed() != 0 || result.bytesProduced() != 0 || needsSomething(result);
                }
                case CLOSED -> {
                    ended = true;
                    return true;
                }
                case BUFFER_OVERFLOW -> {
                    return false;
                }
                default -> {
                    if (!arrive()) {
                        return false;
                    }
                }
            }
        }
    }

    private static boolean needsSomething(SSLEngineResult result) {
        return result.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP;
    }

    /** Reads from the bare flow; returns whether anything came. */
    private boolean arrive() throws IOException {
        arrived.compact();
        int count = bare.read(arrived, arrived.position(), arrived.capacity());
        arrived.position(arrived.position() + Math.max(0, count)).flip();
        if (count < 0) {
            ended = true;
        }
        return count > 0;
    }

    @Override
    int read(ByteBuffer target, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            if (!opened.hasRemaining() && !openMore()) {
                break;
            }
            int count = Math.min(to - at, opened.remaining());
            target.put(at, opened, opened.position(), count);
            opened.position(opened.position() + count);
            at += count;
        }
        return at == from && ended && !opened.hasRemaining() ? -1 : at - from;
    }

    /** Opens packets until there is data; returns whether there is. */
    private boolean openMore() throws IOException {
        try {
            while (!ended && !opened.hasRemaining()) {
                if (!shakeHands() || ended || !openNext()) {
                    break;
                }
            }
        } catch (SSLException e) {
            throw refused(e);
        }
        return opened.hasRemaining();
    }

    @Override
    boolean isAhead() {
        return opened.hasRemaining() || arrived.hasRemaining();
    }

    @Override
    int write(ByteBuffer source, int from, int to) throws IOException {
        ByteBuffer part = source.duplicate().clear().limit(to).position(from);
        while (part.hasRemaining() && seal(part, to - from)) {
            // the next packet
        }
        return part.position() - from;
    }

    @Override
    int write(ByteBuffer first, int from, int to, ByteBuffer second, int secondFrom, int secondTo) throws IOException {
        int count = write(first, from, to);
        return count < to - from ? count : count + write(second, secondFrom, secondTo);
    }

    /** Seals a packet and sends it; returns false where there is no room for it. */
    private boolean seal(ByteBuffer source, int length) throws IOException {
        if (!isFlushed()) {
            flush();
        }
        sealed.compact();
        SSLEngineResult result;
        try {
            result = engine.wrap(source, sealed);
        } catch (SSLException e) {
            throw refused(e);
        } finally {
            sealed.flip();
        }
        switch (result.getStatus()) {
            case OK -> flush();
            case CLOSED -> throw new IOException("TLS has ended");
            default -> {
                return false;
            }
        }
        if (length != 0 && result.bytesConsumed() == 0) {
            return shakeHands();
        }
        return true;
    }

    private void flush() throws IOException {
        if (sealed.hasRemaining()) {
            int count = bare.write(sealed, sealed.position(), sealed.limit());
            sealed.position(sealed.position() + count);
        }
        bare.watch(wantsToWrite || sealed.hasRemaining());
    }

    @Override
    boolean isFlushed() {
        return !sealed.hasRemaining();
    }

    @Override
    void watch(boolean writes) throws IOException {
        wantsToWrite = writes;
        bare.watch(writes || !isFlushed());
    }

    @Override
    void noDelay(boolean on) throws IOException {
        bare.noDelay(on);
    }

    @Override
    void acknowledge() throws IOException {
        bare.acknowledge();
    }

    @Override
    void keepAlive(int seconds) throws IOException {
        bare.keepAlive(seconds);
    }

    @Override
    void giveUpAfter(int seconds) throws IOException {
        bare.giveUpAfter(seconds);
    }

    @Override
    boolean isConnected() {
        return connected;
    }

    @Override
    InetSocketAddress remote() {
        return bare.remote();
    }

    @Override
    void close() {
        bare.watcher(null);
        bare.close();
    }
}
