package io.jmpi.launcher.ring;

import java.util.List;

/**
 * Why a host could not be booted.
 *
 * @param command that was tried
 * @param output what it had to say
 * @param status its exit status
 */
record BootFailure(BootHost host, List<String> command, List<String> output, int status) {

    private static final int NOT_FOUND = 127;
    private static final int SHOWN = 10;

    String inWords() {
        StringBuilder text = new StringBuilder("cannot boot ").append(host.name());
        text.append("\n  command: ").append(String.join(" ", command));
        List<String> shown = output.subList(Math.max(0, output.size() - SHOWN), output.size());
        text.append("\n  output:  ").append(shown.isEmpty() ? "(none)" : String.join("\n           ", shown));
        text.append("\n  status:  ").append(status);
        return text.append("\n  remedy:  ").append(remedy()).toString();
    }

    private String remedy() {
        String all = String.join("\n", output);
        if (all.contains("Could not resolve hostname") || all.contains("Name or service not known")) {
            return "no such host; mend its name in the host file";
        } else if (all.contains("Permission denied")) {
            return "make '" + shell() + " true' work without a password: ssh-copy-id " + host.name();
        } else if (all.contains("Host key verification failed")) {
            return "run '" + shell() + " true' once by hand, and accept its key if that is right";
        } else if (all.contains("onnection refused") && all.contains("port 22")
                || all.contains("timed out")
                || all.contains("No route to host")) {
            return "is the host up, and sshd running there? Else take it off the host file";
        } else if (all.contains("no java found")) {
            return "install a JDK 17 or newer there, or set JAVA_HOME in that user's environment";
        } else if (all.contains("UnsupportedClassVersionError")) {
            return "the java there is too old: install a JDK 17 or newer, or let JAVA_HOME lead to it";
        } else if (status == NOT_FOUND || all.contains("not found") || all.contains("No such file")) {
            return "JMPI is not there: -m PATH says where it is, --install copies it";
        } else if (all.contains("runs here already")) {
            return "end that daemon with jmpdallexit, or with jmpdcleanup if it does not answer";
        } else if (all.contains("cannot join")) {
            return "that host must reach this one: --ifhn=NAME says by which address; mind firewalls";
        }
        return "run the command by hand";
    }

    private String shell() {
        return String.join(" ", command.subList(0, command.size() - 1));
    }
}
