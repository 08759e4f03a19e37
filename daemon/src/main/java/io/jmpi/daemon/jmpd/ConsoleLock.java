package io.jmpi.daemon.jmpd;

import io.jmpi.daemon.console.ConsoleAddress;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

/** Whether a daemon holds a console, or only a dead one's socket is left. */
final class ConsoleLock {

    private ConsoleLock() {}

    static boolean isTaken(ConsoleAddress console) {
        UnixDomainSocketAddress address =
                UnixDomainSocketAddress.of(console.socket().toPath());
        try (SocketChannel channel = SocketChannel.open(address)) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
