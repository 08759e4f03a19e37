package io.jmpi.daemon.job;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A launcher's connection to a daemon in the same process. It counts the output that is on its way. */
final class TestConnection implements Connection, LinkListener {

    private static final Frame END = Frame.getDefaultInstance();

    private final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private Link link;
    private long outputOnTheWay;
    private long mostOutputOnTheWay;

    void awaitOpen() throws InterruptedException {
        if (!open.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("no connection");
        }
    }

    /** The most bytes of output that had come and were not credited yet. */
    synchronized long mostOutputOnTheWay() {
        return mostOutputOnTheWay;
    }

    @Override
    public void send(Frame frame) {
        if (frame.getToPart().hasCredit()) {
            count(-frame.getToPart().getCredit());
        }
        link.send(frame);
    }

    private synchronized void count(int bytes) {
        outputOnTheWay += bytes;
        mostOutputOnTheWay = Math.max(mostOutputOnTheWay, outputOnTheWay);
    }

    @Override
    public Frame receive() throws IOException {
        try {
            Frame frame = frames.take();
            return frame == END ? null : frame;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        link.close("the launcher is gone");
    }

    @Override
    public void onOpen(Link opened) {
        link = opened;
        open.countDown();
    }

    @Override
    public void onFrame(Link from, Frame frame) {
        if (frame.getFromPart().hasOutput()) {
            count(frame.getFromPart().getOutput().getBytes().size());
        }
        frames.add(frame);
    }

    @Override
    public void onClosed(Link closed, String why) {
        frames.add(END);
    }
}
