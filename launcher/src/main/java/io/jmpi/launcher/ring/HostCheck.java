package io.jmpi.launcher.ring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out which hosts can be reached by the remote shell, all at the same time. */
final class HostCheck {

    private static final String WORD = "jmpd-is-up";

    private HostCheck() {}

    static Set<String> findDown(RemoteShell shell, List<BootHost> hosts, boolean verbose, Terminal terminal)
            throws InterruptedException {
        Set<String> down = new HashSet<>();
        List<Thread> checks = new ArrayList<>();
        for (BootHost host : hosts) {
            if (verbose) {
                terminal.out("checking " + host.name());
            }
            Thread check = new Thread(() -> check(shell, host.name(), down, terminal), "check");
            check.start();
            checks.add(check);
        }
        for (Thread check : checks) {
            check.join();
        }
        return down;
    }

    private static void check(RemoteShell shell, String host, Set<String> down, Terminal terminal) {
        List<String> output = new ArrayList<>();
        try {
            new RemoteRun(shell.command(host, "echo " + WORD)).run(out -> {}, output::add);
        } catch (IOException e) {
            output.add(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!output.contains(WORD)) {
            synchronized (down) {
                down.add(host);
            }
            terminal.err("jmpdboot: " + host + " is down: "
                    + (output.isEmpty() ? "no answer" : output.get(output.size() - 1)));
        }
    }
}
