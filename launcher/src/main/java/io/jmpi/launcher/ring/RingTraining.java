package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleAddress;
import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.Purpose;
import io.jmpi.daemon.jmpd.Daemon;
import io.jmpi.daemon.jmpd.DaemonSettings;
import io.jmpi.daemon.trust.SecretWord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;

/**
 * A ring of two daemons in one process, and the tools on it: loads the classes that all of them load, so that they get
 * into their class-data archive. Started by {@link RingArchive} only.
 */
final class RingTraining {

    private RingTraining() {}

    public static void main(String[] args) throws IOException, InterruptedException, CommandException {
        // With the number of this process, so that no other ring is disturbed.
        ConsoleAddress console =
                ConsoleAddress.ofThisUser("training" + ProcessHandle.current().pid());
        Terminal terminal = new Terminal();
        SecretWord word = SecretWord.random();
        Daemon first = new Daemon(new DaemonSettings(word, 0, null, 1, 1, List.of(), 0, 0, console), terminal::err);
        first.start();
        Daemon second = new Daemon(
                new DaemonSettings(word, 0, null, 1, 0, first.addresses(), first.port(), 0, null), terminal::err);
        second.start();
        order(first, word);
        RingCommand.run("jmpdtrace", List.of("--help"), terminal);
        run(new TraceCommand(), "-l", console, terminal);
        run(new RingTestCommand(), "3", console, terminal);
        run(new ListJobsCommand(), "", console, terminal);
        run(new AllExitCommand(), "", console, terminal);
        first.awaitEnd();
        second.awaitEnd();
        Runtime.getRuntime().halt(0);
    }

    private static void run(ToolCommand command, String word, ConsoleAddress console, Terminal terminal)
            throws IOException, CommandException {
        List<String> words = word.isEmpty() ? List.of() : List.of(word);
        try (ConsoleClient client = ConsoleClient.open(console, Purpose.TOOL)) {
            command.run(client, CommandLine.parse(command.usage(), words), terminal);
        }
    }

    private static void order(Daemon entry, SecretWord word) throws IOException {
        BootHost host = new BootHost("nowhere", 1, 2, true, null);
        BootPlan plan = new BootPlan("/", false, RemoteShell.of("ssh", null), 1);
        BootEntry ring = new BootEntry(word.text(), "", entry.addresses(), entry.port());
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new BootOrder(plan, ring, host, List.of(host)).writeTo(text);
        BootOrder.read(new BufferedReader(new InputStreamReader(new ByteArrayInputStream(text.toByteArray()))));
    }
}
