package io.jmpi.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Who connects to a rank by hand: a stranger, or a rank that has lost its senses. */
final class Impostor implements AutoCloseable {

    private static final int READ_MILLIS = 5;

    private final Socket socket;

    Impostor(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(READ_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** Is let in as a rank of the job, while the other rank polls. */
    static Impostor as(int rank, Station victim) throws IOException {
        Impostor impostor = new Impostor(victim.port());
        CallerHandshake handshake = new CallerHandshake(victim.segment.key(), Handshake.RECORDS, rank, victim.rank);
        impostor.send(handshake.hello());
        impostor.send(handshake.onChallenge(impostor.receive(victim, Handshake.CHALLENGE_BYTES)));
        int verdict = handshake.onVerdict(impostor.receive(victim, Handshake.VERDICT_BYTES));
        if (verdict != Handshake.WELCOME) {
            throw new IOException("verdict " + verdict);
        }
        return impostor;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Sends the two words before a record's payload. */
    void sendEnvelope(long head, long detail) throws IOException {
        ByteBuffer words = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        send(words.putLong(0, head).putLong(8, detail).array());
    }

    private byte[] receive(Station victim, int length) throws IOException {
        victim.drive(() -> available() >= length);
        return socket.getInputStream().readNBytes(length);
    }

    private int available() {
        try {
            return socket.getInputStream().available();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the other side has ended the connection, without a word. */
    boolean isTurnedAway() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Says no more. */
    void end() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
