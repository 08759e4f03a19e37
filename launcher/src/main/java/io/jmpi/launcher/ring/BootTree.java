package io.jmpi.launcher.ring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    private final String extension;
    private final Listener listener;

    /** @param via what this host is called in reports */
    BootTree(BootPlan plan, String via, String extension, Listener listener) {
        this.plan = plan;
        this.via = via;
        this.extension = extension;
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
        Set<String> open = new HashSet<>();
        open.add(head.name());
        rest.forEach(host -> open.add(host.name()));
        List<String> command = plan.command(head.name());
        List<String> output = new ArrayList<>();
        int status;
        try {
            if (plan.install()) {
                Installation.copy(plan, head.name(), output::add);
            }
            tell(new BootReport(BootReport.Kind.LAUNCHED, head.name(), via));
            BootOrder order = new BootOrder(plan, extension, head, rest);
            status = new RemoteRun(command).run(order::writeTo, line -> {
                BootReport report = BootReport.ofLine(line);
                if (report == null) {
                    output.add(line);
                } else {
                    if (report.kind() != BootReport.Kind.LAUNCHED) {
                        open.remove(report.host());
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
        if (open.remove(head.name())) {
            fail(new BootFailure(head.name(), command, output, status));
        }
        open.forEach(host -> tell(new BootReport(BootReport.Kind.MISSED, host, head.name())));
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
