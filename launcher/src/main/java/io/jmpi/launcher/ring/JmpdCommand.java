package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleAddress;
import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.console.HostAndPort;
import io.jmpi.daemon.jmpd.Daemon;
import io.jmpi.daemon.jmpd.DaemonSettings;
import io.jmpi.daemon.trust.CredentialFile;
import io.jmpi.daemon.trust.SecretWord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Consumer;

/** {@code jmpd}: a daemon, from the start to its end. */
final class JmpdCommand implements Command {

    private static final int MOST_SLOTS = 1 << 20;
    private static final int HIGHEST_PORT = 65535;

    /** How long one that is told by a variable where the ring is waits for that to come up. */
    private static final long VARIABLE_PATIENCE_MILLIS = 60_000;

    @Override
    public Usage usage() {
        return new Usage("jmpd", "", "Runs the daemon of this host: begins a ring, or joins one.")
                .option("-h --host", "HOST", "join the ring of the daemon on this host ...")
                .option("-p --port", "PORT", "... at this port; also as JMPI_RING=HOST:PORT")
                .option("-e --echo", "", "print the port that it listens on")
                .option("-d --daemon", "", "in the background, without a terminal")
                .option("--ncpus", "N", "how many ranks this host takes before the next one (1)")
                .option("--ifhn", "NAME", "the interface or address by which others reach this host")
                .option("--listenport", "PORT", "the port to listen on (any)")
                .option("-n --noconsole", "", "without console, beside another daemon on this host")
                .option("--boot", "", "")
                .option("--prepare", "", "make the class-data archive of daemons and tools now, and exit");
    }

    @Override
    public int run(CommandLine line, Terminal terminal) throws CommandException, IOException, InterruptedException {
        if (line.has("--boot")) {
            return new BootedDaemon((PipedTerminal) terminal).run();
        }
        if (line.has("--prepare")) {
            RingArchive.makeIfMissing();
            return 0;
        }
        DaemonSettings settings = settings(line);
        Daemon daemon = new Daemon(settings, log(terminal, ConsoleAddress.ofThisUser()));
        daemon.start();
        if (line.has("-e")) {
            terminal.out(Integer.toString(daemon.port()));
        }
        stay(daemon, terminal, 0);
        return 0;
    }

    /** Where a daemon writes its log: what is left of the terminal, or a file. */
    static Consumer<String> log(Terminal terminal, ConsoleAddress address) throws IOException {
        if (terminal instanceof PipedTerminal) {
            address.makeDirectory();
            return new DaemonLog(address.logFile());
        }
        return text -> terminal.err("jmpd: " + text);
    }

    /** Lets go of the terminal if it is not the daemon's own, with an exit status for that, and waits for the end. */
    static void stay(Daemon daemon, Terminal terminal, int status) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            daemon.leave();
            try {
                daemon.awaitEnd();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        if (terminal instanceof PipedTerminal piped) {
            piped.detach(status);
        }
        daemon.awaitEnd();
        Runtime.getRuntime().halt(0);
    }

    private static DaemonSettings settings(CommandLine line) throws CommandException, IOException {
        int port = line.number("-p", 0, 1, HIGHEST_PORT);
        String host = line.value("-h");
        if (line.has("-h") != line.has("-p")) {
            throw CommandException.usage("-h HOST and -p PORT go together");
        }
        int listenPort = line.number("--listenport", 0, 1, HIGHEST_PORT);
        long patience = 0;
        String variable = System.getenv(ConsoleClient.RING_VARIABLE);
        if (host == null && variable != null && !variable.isEmpty()) {
            HostAndPort ring = HostAndPort.parse(ConsoleClient.RING_VARIABLE, variable);
            if (isHere(ring.host()) && !isTaken(ring) && (listenPort == 0 || listenPort == ring.port())) {
                // This is the daemon that the others are to find there.
                listenPort = ring.port();
            } else {
                host = ring.host();
                port = ring.port();
                patience = VARIABLE_PATIENCE_MILLIS;
            }
        }
        return new DaemonSettings(
                word(host != null),
                listenPort,
                line.value("--ifhn"),
                line.number("--ncpus", 1, 1, MOST_SLOTS),
                0,
                host == null ? List.of() : List.of(host),
                port,
                patience,
                line.has("-n") ? null : ConsoleAddress.ofThisUser());
    }

    private static SecretWord word(boolean joins) throws CommandException, IOException {
        CredentialFile file = CredentialFile.ofThisUser();
        SecretWord word = joins ? file.read() : file.readOrMake();
        if (word == null) {
            throw CommandException.failure(
                    "there is no " + file.path() + "; copy it from a host that is in the ring, and chmod 600 it");
        }
        return word;
    }

    /** Whether somebody listens there already. */
    private static boolean isTaken(HostAndPort address) {
        try (Socket socket = new Socket(address.host(), address.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isHere(String host) throws IOException {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
