package io.jmpi.daemon.net;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.jmpi.daemon.control.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A link over a Netty channel, the last handler of its pipeline: before it come TLS, if any, and the decoder that cuts the
 * stream into frames. Fields that are not volatile belong to the thread of the network.
 */
final class ChannelLink extends ChannelInboundHandlerAdapter implements Link {

    private final Channel channel;
    private final boolean secure;

    /**
     * A sender may be waiting for room. Set by any thread before it looks whether there is room, and cleared by the
     * network's when there is: so none waits in vain, at the price of a call too many.
     */
    private volatile boolean roomWanted;

    private LinkListener listener;
    private final Queue<ByteBuf> sentEarly = new ArrayDeque<>();

    /** Set by the network's thread; others see it late, and then only send in a roundabout way. */
    private volatile boolean open;

    private boolean over;
    private String reason;
    private SocketAddress remote;

    private Future<?> pulse;
    private boolean hasSent;
    private long lastHeard;
    private long lastTick;

    ChannelLink(Channel channel, boolean secure) {
        this.channel = channel;
        this.remote = channel.remoteAddress();
        this.secure = secure;
    }

    @Override
    public boolean send(Frame frame) {
        int length = frame.getSerializedSize();
        if (length > Framing.MAX_FRAME) {
            throw new IllegalArgumentException("a frame of " + length + " bytes, at most " + Framing.MAX_FRAME
                    + " can be sent: " + frame.getContentCase());
        }
        ByteBuf buffer = channel.alloc().heapBuffer(Framing.HEADER + length);
        buffer.writeInt(length);
        try {
            frame.writeTo(CodedOutputStream.newInstance(buffer.array(), buffer.arrayOffset() + Framing.HEADER, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.writerIndex(Framing.HEADER + length);
        roomWanted = true;
        if (open) {
            write(buffer);
        } else {
            channel.eventLoop().execute(() -> writeWhenOpen(buffer));
        }
        return channel.isWritable();
    }

    private void writeWhenOpen(ByteBuf buffer) {
        if (open) {
            write(buffer);
        } else if (!over) {
            sentEarly.add(buffer);
        }
    }

    private void write(ByteBuf buffer) {
        hasSent = true;
        channel.writeAndFlush(buffer, channel.voidPromise());
    }

    @Override
    public void setReading(boolean reading) {
        channel.eventLoop().execute(() -> {
            lastHeard = System.nanoTime();
            channel.config().setAutoRead(reading);
        });
    }

    @Override
    public void setListener(LinkListener listener) {
        this.listener = listener;
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return remote instanceof InetSocketAddress address ? address : null;
    }

    @Override
    public InetSocketAddress localAddress() {
        return channel.localAddress() instanceof InetSocketAddress address ? address : null;
    }

    @Override
    public void close() {
        close("closed by this side");
    }

    @Override
    public void close(String why) {
        channel.eventLoop().execute(() -> closeNow(why));
    }

    /** In the thread of the network. */
    private void closeNow(String why) {
        blame(why);
        channel.close();
    }

    private void blame(String why) {
        if (reason == null) {
            reason = why;
        }
    }

    @Override
    public void keepAlive(long intervalMillis, long silenceMillis) {
        channel.eventLoop().execute(() -> {
            if (pulse != null || over) {
                return;
            }
            lastHeard = lastTick = System.nanoTime();
            // By the clock, so that all links tick together, here and elsewhere: one wake-up for all of them.
            long first = intervalMillis - System.currentTimeMillis() % intervalMillis;
            pulse = channel.eventLoop()
                    .scheduleAtFixedRate(
                            () -> tick(intervalMillis, silenceMillis), first, intervalMillis, TimeUnit.MILLISECONDS);
        });
    }

    private void tick(long intervalMillis, long silenceMillis) {
        long now = System.nanoTime();
        // A process that was stopped itself hears first what has come meanwhile.
        boolean wasAsleep = now - lastTick > TimeUnit.MILLISECONDS.toNanos(2 * intervalMillis);
        lastTick = now;
        if (wasAsleep || !channel.config().isAutoRead()) {
            lastHeard = now;
        }
        if (now - lastHeard > TimeUnit.MILLISECONDS.toNanos(silenceMillis)) {
            closeNow(SILENT + silenceMillis + " ms");
            return;
        }
        if (!hasSent) {
            pulseNow();
        }
        hasSent = false;
    }

    private void pulseNow() {
        write(channel.alloc().heapBuffer(Framing.HEADER).writeInt(0));
    }

    /** The link was not made. */
    void fail(String why) {
        blame(why);
        finish();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        remote = channel.remoteAddress();
        if (!secure) {
            opened();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                opened();
            } else {
                closeNow(Reasons.inWords(handshake.cause()));
            }
        }
    }

    private void opened() {
        if (!open && !over && reason == null) {
            open = true;
            while (!sentEarly.isEmpty()) {
                write(sentEarly.remove());
            }
            listener.onOpen(this);
        }
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws InvalidProtocolBufferException {
        ByteBuf buffer = (ByteBuf) message;
        try {
            lastHeard = System.nanoTime();
            if (reason != null) {
                return;
            }
            if (buffer.isReadable()) {
                listener.onFrame(this, parse(buffer));
            } else if (pulse == null) {
                pulseNow();
            }
        } finally {
            buffer.release();
        }
    }

    private static Frame parse(ByteBuf buffer) throws InvalidProtocolBufferException {
        if (buffer.hasArray()) {
            int offset = buffer.arrayOffset() + buffer.readerIndex();
            return Frame.parser().parseFrom(buffer.array(), offset, buffer.readableBytes());
        }
        return Frame.parser().parseFrom(new ByteBufInputStream(buffer));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (channel.isWritable() && roomWanted && open && !over) {
            roomWanted = false;
            listener.onWritable(this);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        finish();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        closeNow(Reasons.inWords(cause));
    }

    private void finish() {
        if (over) {
            return;
        }
        over = true;
        if (pulse != null) {
            pulse.cancel(false);
        }
        blame("closed by the other side");
        listener.onClosed(this, reason);
    }

    @Override
    public String toString() {
        return "link to " + (remoteAddress() == null ? "a process of this machine" : remoteAddress());
    }
}
