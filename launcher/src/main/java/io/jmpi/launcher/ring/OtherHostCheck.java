package io.jmpi.launcher.ring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether another host can be reached by the remote shell, and what a check there finds. */
final class OtherHostCheck {

    private final Terminal terminal;
    private final RemoteShell shell;
    private final String home;

    OtherHostCheck(Terminal terminal, CommandLine line) {
        this.terminal = terminal;
        this.shell = HostOptions.shell(line);
        this.home = line.value("-m", Installation.home().getPath());
    }

    boolean run(BootHost host) throws IOException, InterruptedException {
        List<String> command = shell.command(host.name(), RemoteShell.quoted(home + "/bin/jmpdcheck"));
        List<String> output = new ArrayList<>();
        int status = new RemoteRun(command).run(out -> {}, output::add);
        output.forEach(line -> terminal.out(host.name() + ": " + line));
        if (status != 0) {
            terminal.err("jmpdcheck: " + new BootFailure(host, command, output, status).inWords());
        }
        return status == 0;
    }
}
