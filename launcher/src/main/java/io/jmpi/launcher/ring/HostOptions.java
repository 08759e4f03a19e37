package io.jmpi.launcher.ring;

import java.io.File;

/** The options of all commands that go to other hosts. */
final class HostOptions {

    private static final String FILE = "mpd.hosts";

    private HostOptions() {}

    static Usage addTo(Usage usage) {
        return usage.option("-f --file", "FILE", "names the other hosts, one a line (mpd.hosts)")
                .option("-r --rsh", "COMMAND", "runs a command on another host (ssh)")
                .option("-u --user", "NAME", "the user on the other hosts (the same)")
                .option("-m --mpd", "PATH", "where JMPI is on the other hosts (as here)");
    }

    /** The host file; a process that becomes a daemon is in another directory than its user. */
    static File file(CommandLine line) {
        File file = new File(line.value("-f", FILE));
        return file.isAbsolute() ? file : new File(System.getProperty("jmpi.directory", "."), file.getPath());
    }

    static RemoteShell shell(CommandLine line) {
        return RemoteShell.of(line.value("-r", "ssh"), line.value("-u"));
    }
}
