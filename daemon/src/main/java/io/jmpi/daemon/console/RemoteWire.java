package io.jmpi.daemon.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection over TLS to a daemon on another host. */
final class RemoteWire implements Wire {

    private static final int CONNECT_MILLIS = 10_000;

    private final SSLSocket socket;

    RemoteWire(InetSocketAddress address, SSLContext tls) throws IOException {
        Socket plain = new Socket();
        plain.connect(address, CONNECT_MILLIS);
        plain.setTcpNoDelay(true);
        plain.setSoTimeout(CONNECT_MILLIS);
        socket = (SSLSocket)
                tls.getSocketFactory().createSocket(plain, address.getHostString(), address.getPort(), true);
        socket.setEnabledProtocols(new String[] {"TLSv1.3"});
        socket.startHandshake();
        plain.setSoTimeout(0);
    }

    @Override
    public boolean read(ByteBuffer buffer) throws IOException {
        InputStream in = socket.getInputStream();
        while (buffer.hasRemaining()) {
            int count = in.read(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
            if (count < 0) {
                return false;
            }
            buffer.position(buffer.position() + count);
        }
        return true;
    }

    @Override
    public void write(ByteBuffer buffer) throws IOException {
        socket.getOutputStream().write(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
        buffer.position(buffer.limit());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is not used any more.
        }
    }
}
