package io.jmpi.launcher.ring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * All hosts are booted in a tree; those that were missed in it are booted from here, each of which is tried once. Remote
 * shells are on their way while the first daemon starts.
 */
final class Booting implements BootTree.Listener {

    private final BootTree tree;
    private final boolean verbose;
    private final Terminal terminal;
    private final CompletableFuture<BootEntry> entry = new CompletableFuture<>();
    private final Map<Long, BootFailure> failures = new LinkedHashMap<>();
    private final Set<Long> missed = new HashSet<>();
    private Thread thread;

    /** @param here what this host is called in reports */
    Booting(BootPlan plan, String here, boolean verbose, Terminal terminal) {
        this.tree = new BootTree(plan, here, entry, this);
        this.verbose = verbose;
        this.terminal = terminal;
    }

    void start(List<BootHost> hosts) {
        thread = new Thread(
                () -> {
                    try {
                        boot(hosts);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "boot");
        thread.setDaemon(true);
        thread.start();
    }

    private void boot(List<BootHost> hosts) throws InterruptedException {
        List<BootHost> open = hosts;
        while (!open.isEmpty()) {
            tree.boot(open);
            List<BootHost> again = new ArrayList<>();
            synchronized (this) {
                for (BootHost host : open) {
                    if (missed.contains(host.boot()) && !failures.containsKey(host.boot())) {
                        again.add(host);
                    }
                }
                missed.clear();
            }
            open = again;
        }
    }

    /** The first daemon is there. */
    void enter(BootEntry ring) {
        entry.complete(ring);
    }

    /** It is not, and never will be, unless it was there before. */
    void enterNothing() {
        entry.cancel(false);
    }

    /** Waits until it is known of each host what has become of it, and tells why some could not be booted. */
    List<BootFailure> await() throws InterruptedException {
        thread.join();
        synchronized (this) {
            return new ArrayList<>(failures.values());
        }
    }

    @Override
    public synchronized void onReport(BootReport report) {
        switch (report.kind()) {
            case LAUNCHED:
                say("LAUNCHED jmpd on " + report.host() + "  via  " + report.via());
                break;
            case JOINED:
                say("RUNNING: jmpd on " + report.host());
                break;
            default:
                missed.add(report.boot());
                break;
        }
    }

    private void say(String line) {
        if (verbose) {
            terminal.out(line);
        }
    }

    @Override
    public synchronized void onFailure(BootFailure failure) {
        failures.put(failure.host().boot(), failure);
    }
}
