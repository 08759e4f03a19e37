package io.jmpi.daemon.supervise;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The thread that gives a rank its standard input. How much may wait here is up to the head, which hears of what was
 * taken.
 */
final class InputFeeder extends Thread {

    private static final int STACK = 1 << 17;
    private static final byte[] END = new byte[0];

    private final Part part;
    private final int localRank;
    private final OutputStream input;
    private final LinkedBlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();

    InputFeeder(Part part, int rank, int localRank, OutputStream input) {
        super(null, null, "rank " + rank + " IN", STACK, false);
        this.part = part;
        this.localRank = localRank;
        this.input = input;
        setDaemon(true);
    }

    void feed(byte[] bytes) {
        pieces.add(bytes);
    }

    /** The input has ended, or the rank. */
    void end() {
        pieces.add(END);
    }

    @Override
    public void run() {
        try (OutputStream closed = input) {
            for (byte[] bytes = pieces.take(); bytes != END; bytes = pieces.take()) {
                closed.write(bytes);
                closed.flush();
                part.post(new PartTask.Fed(localRank, bytes.length));
            }
        } catch (IOException e) {
            // The rank has ended, or has closed its input.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        part.post(new PartTask.Full(localRank));
    }
}
