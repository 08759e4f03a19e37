package io.jmpi.launcher.ring;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The program that runs a command on another host.
 *
 * @param words the program and its own options, such as {@code ssh -p 2222}
 * @param user on the other hosts, null for the same as here
 */
record RemoteShell(List<String> words, String user) {

    /** It shall not ask for anything, nor wait for long. */
    private static final List<String> SSH_OPTIONS =
            List.of("-x", "-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=10");

    static RemoteShell of(String words, String user) {
        return new RemoteShell(Arrays.asList(words.trim().split("\\s+")), user);
    }

    /** The words that run a command, in the syntax of a shell, on a host. */
    List<String> command(String host, String command) {
        List<String> all = new ArrayList<>(words);
        if (new File(words.get(0)).getName().startsWith("ssh")) {
            all.addAll(SSH_OPTIONS);
        }
        if (user != null) {
            all.add("-l");
            all.add(user);
        }
        all.add(host);
        all.add(command);
        return all;
    }

    /** A word as a shell reads it back. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
