package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleAddress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code jmpdcleanup}: ends this user's daemon by force, and removes what it leaves. */
final class CleanupCommand implements Command {

    @Override
    public Usage usage() {
        return HostOptions.addTo(
                new Usage(
                        "jmpdcleanup",
                        "",
                        "Ends this user's daemon by force if it still runs, and removes its console; on the hosts of a file too."));
    }

    @Override
    public int run(CommandLine line, Terminal terminal) throws CommandException, IOException, InterruptedException {
        cleanHere(terminal);
        int status = 0;
        if (line.has("-f")) {
            RemoteShell shell = HostOptions.shell(line);
            String home = line.value("-m", Installation.home().getPath());
            String variable = "JMPD_CON_EXT=" + RemoteShell.quoted(ConsoleAddress.extensionVariable());
            for (BootHost host : BootList.of(line).others()) {
                String command = variable + " " + RemoteShell.quoted(home + "/bin/jmpdcleanup");
                List<String> output = new ArrayList<>();
                if (new RemoteRun(shell.command(host.name(), command)).run(out -> {}, output::add) != 0) {
                    terminal.err("jmpdcleanup: " + host.name() + ": " + String.join("; ", output));
                    status = CommandException.FAILED;
                }
            }
        }
        return status;
    }

    private static void cleanHere(Terminal terminal) throws IOException {
        ConsoleAddress console = ConsoleAddress.ofThisUser();
        File pidFile = console.pidFile();
        if (pidFile.exists()) {
            String pid = Files.readString(pidFile.toPath()).strip();
            ProcessHandle daemon = ProcessHandle.of(Long.parseLong(pid)).orElse(null);
            if (daemon != null && isDaemon(pid)) {
                daemon.destroyForcibly();
                daemon.onExit().join();
                terminal.out("ended the daemon with pid " + pid);
            }
        }
        console.remove();
    }

    /** Numbers of processes are used again. */
    private static boolean isDaemon(String pid) throws IOException {
        try {
            byte[] command = Files.readAllBytes(Path.of("/proc", pid, "cmdline"));
            return new String(command, StandardCharsets.ISO_8859_1).contains(RingCommand.class.getName());
        } catch (java.nio.file.NoSuchFileException e) {
            return false;
        }
    }
}
