package io.jmpi.daemon.net;

import io.jmpi.daemon.control.Frame;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listener that notes what it hears, for a test to wait for. */
final class Recorder implements LinkListener {

    private static final long PATIENCE_SECONDS = 20;

    final BlockingQueue<Link> opened = new LinkedBlockingQueue<>();
    final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    final BlockingQueue<Link> writable = new LinkedBlockingQueue<>();
    final BlockingQueue<String> reasons = new LinkedBlockingQueue<>();

    @Override
    public void onOpen(Link link) {
        opened.add(link);
    }

    @Override
    public void onFrame(Link link, Frame frame) {
        frames.add(frame);
    }

    @Override
    public void onWritable(Link link) {
        writable.add(link);
    }

    @Override
    public void onClosed(Link link, String reason) {
        reasons.add(reason);
    }

    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("waited in vain");
        }
        return next;
    }
}
