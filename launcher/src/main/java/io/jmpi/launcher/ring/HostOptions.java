package io.jmpi.launcher.ring;

/** The options of all commands that go to other hosts. */
final class HostOptions {

    private HostOptions() {}

    static Usage addTo(Usage usage) {
        return usage.option("-f --file", "FILE", "names the other hosts, one a line (mpd.hosts)")
                .option("-r --rsh", "COMMAND", "runs a command on another host (ssh)")
                .option("-u --user", "NAME", "the user on the other hosts (the same)")
                .option("-m --mpd", "PATH", "where JMPI is on the other hosts (as here)");
    }

    static RemoteShell shell(CommandLine line) {
        return RemoteShell.of(line.value("-r", "ssh"), line.value("-u"));
    }
}
