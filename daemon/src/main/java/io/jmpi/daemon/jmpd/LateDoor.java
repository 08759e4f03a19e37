package io.jmpi.daemon.jmpd;

import io.jmpi.daemon.net.Door;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;

/** A door that leads nowhere until the port is known, of which the member behind it is named. */
final class LateDoor implements Door {

    private final CompletableFuture<Door> door = new CompletableFuture<>();

    void open(Door behind) {
        door.complete(behind);
    }

    @Override
    public LinkListener onVisitor(Link link) {
        return door.join().onVisitor(link);
    }

    @Override
    public void onRefused(SocketAddress from, String reason) {
        door.join().onRefused(from, reason);
    }
}
