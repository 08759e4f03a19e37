package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleAddress;
import io.jmpi.daemon.jmpd.Daemon;
import io.jmpi.daemon.jmpd.DaemonSettings;
import io.jmpi.daemon.trust.SecretWord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** {@code jmpd --boot}: a daemon that was started over a remote shell, and boots others meanwhile. */
final class BootedDaemon {

    private final PipedTerminal terminal;

    BootedDaemon(PipedTerminal terminal) {
        this.terminal = terminal;
    }

    int run() throws IOException, InterruptedException {
        BootOrder order = BootOrder.read(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        String name = order.self().name();
        BootTree tree = new BootTree(
                order.plan(), name, CompletableFuture.completedFuture(order.entry()), new BootTree.Listener() {
                    @Override
                    public void onReport(BootReport report) {
                        terminal.out(report.toLine());
                    }

                    @Override
                    public void onFailure(BootFailure failure) {
                        terminal.out(BootReport.of(BootReport.Kind.MISSED, failure.host(), name)
                                .toLine());
                    }
                });
        Thread others = new Thread(
                () -> {
                    try {
                        tree.boot(order.hosts());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "boot");
        others.start();
        IOException failure = null;
        Daemon daemon = null;
        try {
            ConsoleAddress console = ConsoleAddress.ofThisUser(order.entry().extension());
            daemon = new Daemon(settings(order, console), JmpdCommand.log(terminal, console));
            daemon.start();
            terminal.out(
                    BootReport.of(BootReport.Kind.JOINED, order.self(), name).toLine());
        } catch (IOException e) {
            failure = e;
        }
        others.join();
        if (failure != null) {
            throw failure;
        }
        JmpdCommand.stay(daemon, terminal, 0);
        return 0;
    }

    private static DaemonSettings settings(BootOrder order, ConsoleAddress console) {
        BootHost self = order.self();
        return new DaemonSettings(
                new SecretWord(order.entry().word()),
                0,
                self.interfaceName(),
                self.slots(),
                self.boot(),
                order.entry().addresses(),
                order.entry().port(),
                0,
                self.console() ? console : null);
    }
}
