package io.jmpi.launcher.ring;

import java.util.List;

/**
 * How all hosts are booted.
 *
 * @param home where JMPI is on the other hosts
 * @param install whether it is to be copied there
 * @param shell that reaches them
 * @param branches how many hosts one boots directly
 */
record BootPlan(String home, boolean install, RemoteShell shell, int branches) {

    /** The command that becomes a daemon there. */
    List<String> command(String host) {
        return shell.command(host, "exec " + RemoteShell.quoted(home + "/bin/jmpd") + " --boot");
    }
}
