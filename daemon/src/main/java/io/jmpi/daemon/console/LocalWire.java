package io.jmpi.daemon.console;

import java.io.File;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A Unix-domain socket. */
final class LocalWire implements Wire {

    private final SocketChannel channel;

    LocalWire(File socket) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket.toPath()));
    }

    @Override
    public boolean read(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void write(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is not used any more.
        }
    }
}
