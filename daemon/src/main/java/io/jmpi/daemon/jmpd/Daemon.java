package io.jmpi.daemon.jmpd;

import io.jmpi.daemon.console.ConsoleAddress;
import io.jmpi.daemon.console.ToolDesk;
import io.jmpi.daemon.job.Jobs;
import io.jmpi.daemon.job.Pulse;
import io.jmpi.daemon.net.Network;
import io.jmpi.daemon.net.Port;
import io.jmpi.daemon.program.Distribution;
import io.jmpi.daemon.ring.Member;
import io.jmpi.daemon.ring.NetworkSurroundings;
import io.jmpi.daemon.ring.RingNode;
import io.jmpi.daemon.ring.RingTimes;
import io.jmpi.daemon.supervise.Host;
import io.jmpi.daemon.trust.Credential;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** A daemon in this process, from the start to its end. */
public final class Daemon implements RingNode.Observer {

    private static final String HEARTBEAT_VARIABLE = "JMPD_HEARTBEAT_MILLIS";
    private static final long RETRY_MILLIS = 500;

    private final DaemonSettings settings;
    private final Consumer<String> log;
    private final StrangerLog strangers;
    private final Network network = new Network("jmpd");
    private final CountDownLatch end = new CountDownLatch(1);
    private final ConsoleAddress console;
    private RingNode node;
    private Port port;
    private boolean hasConsole;

    /** @param log takes a line; called by any thread */
    public Daemon(DaemonSettings settings, Consumer<String> log) {
        this.settings = settings;
        this.log = log;
        this.console = settings.console();
        this.strangers = new StrangerLog(log);
    }

    /**
     * Starts, and returns when this daemon is in a ring.
     *
     * @throws IOException if it cannot be, with the remedy
     */
    public void start() throws IOException, InterruptedException {
        boolean started = false;
        try {
            SSLContext tls = Credential.of(settings.word()).tls();
            LateDoor door = new LateDoor();
            port = network.listen(new InetSocketAddress(settings.listenPort()), tls, door);
            NetworkSurroundings surroundings = new NetworkSurroundings(network, tls);
            node = new RingNode(self(), surroundings, times(), this);
            node.setTools(new ToolDesk(node));
            Pulse pulse = new Pulse(times().heartbeat(), times().silence());
            node.setJobs(new Jobs(node, network, Distribution.ofThisProcess(), pulse));
            door.open(node.door());
            if (console != null) {
                openConsole();
            }
            if (settings.entry().isEmpty()) {
                network.execute(node::begin);
            } else {
                join();
            }
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    private Member self() throws IOException {
        String host = Host.name();
        int listening = port.address().getPort();
        return Member.starting(
                host,
                listening,
                settings.boot(),
                OwnAddresses.find(settings.addressNamed()),
                settings.slots(),
                System.currentTimeMillis(),
                new SecureRandom().nextLong());
    }

    private static RingTimes times() {
        String heartbeat = System.getenv(HEARTBEAT_VARIABLE);
        return heartbeat == null ? RingTimes.usual() : RingTimes.withHeartbeat(Long.parseLong(heartbeat));
    }

    private void openConsole() throws IOException {
        console.makeDirectory();
        if (console.exists()) {
            if (ConsoleLock.isTaken(console)) {
                throw new IOException("a daemon of this user runs here already (" + console
                        + "); jmpdallexit ends it, and JMPD_CON_EXT=NAME makes room for another one beside it");
            }
            console.remove();
        }
        network.listenLocally(UnixDomainSocketAddress.of(console.socket().toPath()), node.door());
        hasConsole = true;
        Files.writeString(console.pidFile().toPath(), ProcessHandle.current().pid() + "\n");
    }

    private void join() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + settings.patienceMillis() * 1_000_000;
        while (true) {
            CompletableFuture<String> result = new CompletableFuture<>();
            network.execute(() -> node.join(settings.entry(), settings.entryPort(), result::complete));
            String failure = await(result);
            if (failure == null) {
                return;
            } else if (System.nanoTime() > deadline) {
                throw new IOException("cannot join the ring at " + String.join(" or ", settings.entry()) + " port "
                        + settings.entryPort() + ": " + failure);
            }
            Thread.sleep(RETRY_MILLIS);
        }
    }

    private static String await(CompletableFuture<String> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return port.address().getPort();
    }

    /** Where it may be reached, best first. */
    public List<String> addresses() {
        return node.self().addresses();
    }

    /** Its name in the ring. */
    public String id() {
        return node.self().id();
    }

    /** Leaves the ring; {@link #awaitEnd} returns soon. */
    public void leave() {
        network.execute(node::leave);
    }

    /** Waits until it has left the ring or was told to end. */
    public void awaitEnd() throws InterruptedException {
        end.await();
        close();
    }

    private void close() {
        if (hasConsole) {
            console.remove();
        }
        network.close();
    }

    @Override
    public void onLog(String line) {
        log.accept(line);
    }

    @Override
    public void onStranger(SocketAddress from, String reason) {
        strangers.onRefused(from, reason, System.nanoTime());
    }

    @Override
    public void onEnd() {
        // Before anything else, so that another daemon can have the console at once.
        if (hasConsole) {
            console.remove();
        }
        end.countDown();
    }
}
