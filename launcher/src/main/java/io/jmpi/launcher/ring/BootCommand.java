package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleAddress;
import io.jmpi.daemon.jmpd.Daemon;
import io.jmpi.daemon.jmpd.DaemonSettings;
import io.jmpi.daemon.trust.CredentialFile;
import io.jmpi.daemon.trust.SecretWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code jmpdboot}: a daemon here, which becomes the first of the ring, and one on each of the other hosts. */
final class BootCommand implements Command {

    private static final int MOST_HOSTS = 10_000;
    private static final int MOST_SLOTS = 1 << 20;
    private static final int MOST_BRANCHES = 64;
    private static final int BRANCHES = 4;

    @Override
    public Usage usage() {
        return HostOptions.addTo(new Usage("jmpdboot", "", "Starts a ring: a daemon here and on other hosts."))
                .option("-n --totalnum", "N", "how many daemons, with the one here (all of the file)")
                .option("-v --verbose", "", "tell what is done")
                .option("-1", "", "more than one daemon on a host that is named more than once")
                .option("--ncpus", "N", "how many ranks this host takes before the next one (1)")
                .option("--ifhn", "NAME", "the interface or address by which others reach this host")
                .option("--maxbranch", "N", "how many hosts are booted directly from one (4)")
                .option("-c --chkup", "", "check first which hosts are up, and boot those")
                .option("--chkuponly", "", "check which hosts are up, and do no more")
                .option("--all-or-nothing", "", "end the ring again when a host cannot be booted")
                .option("--install", "", "copy JMPI to where it is missing");
    }

    @Override
    public int run(CommandLine line, Terminal terminal) throws CommandException, IOException, InterruptedException {
        boolean verbose = line.has("-v");
        BootList list = BootList.of(line);
        List<BootHost> hosts = list.others();
        RemoteShell shell = HostOptions.shell(line);
        if (line.has("-c") || line.has("--chkuponly")) {
            Set<String> down = HostCheck.findDown(shell, hosts, verbose, terminal);
            if (line.has("--chkuponly")) {
                terminal.out(hosts.size() - down.size() + " of " + hosts.size() + " hosts are up");
                return down.isEmpty() ? 0 : CommandException.FAILED;
            }
            hosts = new ArrayList<>(hosts);
            hosts.removeIf(host -> down.contains(host.name()));
        }
        SecretWord word = CredentialFile.ofThisUser().readOrMake();
        ConsoleAddress console = ConsoleAddress.ofThisUser();
        Daemon daemon = new Daemon(
                new DaemonSettings(word, 0, line.value("--ifhn"), list.slotsHere(), 1, List.of(), 0, 0, console),
                JmpdCommand.log(terminal, console));
        if (verbose) {
            terminal.out("running jmpd on " + list.here());
        }
        BootPlan plan = new BootPlan(
                line.value("-m", Installation.home().getPath()),
                line.has("--install"),
                shell,
                line.number("--maxbranch", BRANCHES, 1, MOST_BRANCHES));
        Booting booting = new Booting(plan, list.here(), verbose, terminal);
        booting.start(hosts);
        try {
            daemon.start();
            booting.enter(
                    new BootEntry(word.text(), ConsoleAddress.extensionVariable(), daemon.addresses(), daemon.port()));
        } finally {
            booting.enterNothing();
        }
        List<BootFailure> failures = booting.await();
        for (BootFailure failure : failures) {
            terminal.err("jmpdboot: " + failure.inWords());
        }
        if (!failures.isEmpty() && line.has("--all-or-nothing")) {
            terminal.err("jmpdboot: the ring ends, since not all hosts could be booted");
            RingCommand.run("jmpdallexit", List.of(), terminal);
            return CommandException.FAILED;
        }
        JmpdCommand.stay(daemon, terminal, failures.isEmpty() ? 0 : CommandException.FAILED);
        return 0;
    }

    static int mostHosts() {
        return MOST_HOSTS;
    }

    static int mostSlots() {
        return MOST_SLOTS;
    }
}
