package io.jmpi.daemon.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * The one thread that does a daemon's input and output, its timers and whatever its listeners do. Any thread may call.
 */
public final class Network implements Executor, AutoCloseable {

    /** The time that a link may take to be made, TLS handshake included. */
    public static final long HANDSHAKE_MILLIS = 5000;

    /** So much may wait to be sent before {@link Link#send} says that there is no more room, and until there is again. */
    private static final WriteBufferWaterMark ROOM = new WriteBufferWaterMark(64 << 10, 256 << 10);

    private static final int BACKLOG = 1024;

    private final EventLoopGroup group;

    public Network(String threadName) {
        group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory(threadName, true), NioIoHandler.newFactory());
    }

    /** Runs something in the thread of this network, or nothing when that is closed. */
    @Override
    public void execute(Runnable task) {
        try {
            group.execute(task);
        } catch (RejectedExecutionException e) {
            // It has ended, and with it whatever the task was for.
        }
    }

    /** Runs something in the thread of this network, later. */
    public Timer schedule(long millis, Runnable task) {
        Future<?> future = group.schedule(task, millis, TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    /**
     * Connects over TLS. Whether that succeeds the listener hears.
     *
     * @param tls what tells this side to the other one, and whom this side believes
     */
    public Link connect(SocketAddress address, SSLContext tls, LinkListener listener) {
        Bootstrap bootstrap = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) HANDSHAKE_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOCATOR, UnpooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, ROOM);
        ChannelFuture made = bootstrap
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        fit(channel, engine(tls, true), listener);
                    }
                })
                .register();
        ChannelLink link = link(made.syncUninterruptibly().channel());
        made.channel().connect(address).addListener(done -> {
            if (!done.isSuccess()) {
                link.fail(Reasons.inWords(done.cause()));
                made.channel().close();
            }
        });
        return link;
    }

    /**
     * Accepts connections over TLS, from those only who have the credential.
     *
     * @throws IOException if the address cannot be had
     */
    public Port listen(SocketAddress address, SSLContext tls, Door door) throws IOException {
        return listen(address, NioServerSocketChannel::new, tls, door);
    }

    /**
     * Accepts connections on a Unix-domain socket; who may reach it is up to the directory it lies in.
     *
     * @throws IOException if the address cannot be had
     */
    public Port listenLocally(SocketAddress address, Door door) throws IOException {
        return listen(address, NioServerDomainSocketChannel::new, null, door);
    }

    private Port listen(SocketAddress address, ChannelFactory<ServerChannel> factory, SSLContext tls, Door door)
            throws IOException {
        Port port = new Port(door);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(group)
                .channelFactory(factory)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.ALLOCATOR, UnpooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, ROOM)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (tls != null) {
                            channel.config().setOption(ChannelOption.TCP_NODELAY, true);
                        }
                        fit(channel, tls == null ? null : engine(tls, false), port);
                        port.onAccepted(link(channel));
                    }
                });
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot listen on " + address + ": " + Reasons.inWords(bound.cause()), bound.cause());
        }
        port.setChannel(bound.channel());
        return port;
    }

    private static void fit(Channel channel, SSLEngine engine, LinkListener listener) {
        if (engine != null) {
            SslHandler handler = new SslHandler(engine);
            handler.setHandshakeTimeoutMillis(HANDSHAKE_MILLIS);
            channel.pipeline().addLast(handler);
        }
        ChannelLink link = new ChannelLink(channel, engine != null);
        link.setListener(listener);
        channel.pipeline()
                .addLast(new LengthFieldBasedFrameDecoder(
                        Framing.HEADER + Framing.MAX_FRAME, 0, Framing.HEADER, 0, Framing.HEADER))
                .addLast(link);
    }

    private static ChannelLink link(Channel channel) {
        return channel.pipeline().get(ChannelLink.class);
    }

    private static SSLEngine engine(SSLContext tls, boolean client) {
        SSLEngine engine = tls.createSSLEngine();
        engine.setUseClientMode(client);
        engine.setEnabledProtocols(new String[] {"TLSv1.3"});
        if (!client) {
            engine.setNeedClientAuth(true);
        }
        return engine;
    }

    /** Closes all links and ports, whose listeners may not hear of it any more. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    /** A task that is to run later. */
    @FunctionalInterface
    public interface Timer {

        /** The task does not run any more, unless it has begun. */
        void cancel();
    }
}
