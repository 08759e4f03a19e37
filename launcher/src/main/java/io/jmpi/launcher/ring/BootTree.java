package io.jmpi.launcher.ring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Boots hosts from here: some directly, and through each of those a part of the others. */
final class BootTree {

    /** Who hears what becomes of hosts; called by several threads, one at a time. */
    interface Listener {

        void onReport(BootReport report);

        /** A host that was tried from here directly could not be booted. */
        void onFailure(BootFailure failure);
    }

    private final BootPlan plan;
    private final String via;
    private final Future<BootEntry> entry;
    private final Listener listener;

    /**
     * @param via what this host is called in reports
     * @param entry known soon; until then remote shells find their way
     */
    BootTree(BootPlan plan, String via, Future<BootEntry> entry, Listener listener) {
        this.plan = plan;
        this.via = via;
        this.entry = entry;
        this.listener = listener;
    }

    /** Boots hosts, and returns when it is known of each what has become of it. */
    void boot(List<BootHost> hosts) throws InterruptedException {
        List<Thread> branches = new ArrayList<>();
        for (List<BootHost> part : parts(hosts, plan.branches())) {
            Thread branch = new Thread(() -> boot(part.get(0), part.subList(1, part.size())), "boot");
            branch.start();
            branches.add(branch);
        }
        for (Thread branch : branches) {
            branch.join();
        }
    }

    /** Splits a list into so many parts, of sizes that differ by one at most. */
    static <T> List<List<T>> parts(List<T> all, int count) {
        List<List<T>> parts = new ArrayList<>();
        int from = 0;
        for (int left = Math.min(count, all.size()); left > 0; left--) {
            int to = from + (all.size() - from + left - 1) / left;
            parts.add(all.subList(from, to));
            from = to;
        }
        return parts;
    }

    private void boot(BootHost head, List<BootHost> rest) {
        Map<Long, BootHost> open = new LinkedHashMap<>();
        rest.forEach(host -> open.put(host.boot(), host));
        open.put(head.boot(), head);
        List<String> command = plan.command(head.name());
        List<String> output = new ArrayList<>();
        int status;
        try {
            if (plan.install()) {
                Installation.copy(plan, head.name(), output::add);
            }
            tell(BootReport.of(BootReport.Kind.LAUNCHED, head, via));
            status = new RemoteRun(command).run(out -> order(head, rest).writeTo(out), line -> {
                BootReport report = BootReport.ofLine(line);
                if (report == null) {
                    output.add(line);
                } else {
                    if (report.kind() != BootReport.Kind.LAUNCHED) {
                        open.remove(report.boot());
                    }
                    tell(report);
                }
            });
        } catch (IOException e) {
            output.add(e.getMessage());
            status = CommandException.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (open.remove(head.boot()) != null) {
            fail(new BootFailure(head, command, output, status));
        }
        open.values().forEach(host -> tell(BootReport.of(BootReport.Kind.MISSED, host, head.name())));
    }

    private BootOrder order(BootHost head, List<BootHost> rest) throws IOException {
        try {
            return new BootOrder(plan, entry.get(), head, rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException | CancellationException e) {
            throw new IOException("there is no ring to join", e);
        }
    }

    private void tell(BootReport report) {
        synchronized (listener) {
            listener.onReport(report);
        }
    }

    private void fail(BootFailure failure) {
        synchronized (listener) {
            listener.onFailure(failure);
        }
    }
}
