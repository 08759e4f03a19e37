package io.jmpi.launcher.ring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a daemon that is booted reads from its standard input, so that the secret word is in no command line:
 *
 * <pre>
 *   jmpd-boot 1                       the version of this format
 *   word WORD
 *   extension EXT                     JMPD_CON_EXT, may be empty
 *   entry PORT ADDRESS ...
 *   home PATH
 *   install true|false
 *   shell WORD ...
 *   user NAME                         may be empty
 *   branches N
 *   self  NAME SLOTS BOOT CONSOLE INTERFACE|-
 *   host  NAME SLOTS BOOT CONSOLE INTERFACE|-       of its part of the list, a line each
 *   end
 * </pre>
 *
 * @param self the host that reads this
 * @param hosts that it is to boot
 */
record BootOrder(BootPlan plan, BootEntry entry, BootHost self, List<BootHost> hosts) {

    private static final String VERSION = "jmpd-boot 1";

    void writeTo(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        text.append("word ").append(entry.word()).append('\n');
        text.append("extension ").append(entry.extension()).append('\n');
        text.append("entry ").append(entry.port());
        entry.addresses().forEach(address -> text.append(' ').append(address));
        text.append("\nhome ").append(plan.home()).append('\n');
        text.append("install ").append(plan.install()).append('\n');
        text.append("shell ").append(String.join(" ", plan.shell().words())).append('\n');
        text.append("user ")
                .append(plan.shell().user() == null ? "" : plan.shell().user())
                .append('\n');
        text.append("branches ").append(plan.branches()).append('\n');
        text.append("self ").append(self.toLine()).append('\n');
        hosts.forEach(host -> text.append("host ").append(host.toLine()).append('\n'));
        text.append("end\n");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static BootOrder read(BufferedReader in) throws IOException {
        if (!VERSION.equals(in.readLine())) {
            throw new IOException(
                    "the JMPI there is of another version than the one that boots; use the same on all hosts");
        }
        String word = value(in, "word");
        String extension = value(in, "extension");
        String[] entry = value(in, "entry").split(" ");
        String home = value(in, "home");
        boolean install = Boolean.parseBoolean(value(in, "install"));
        String shell = value(in, "shell");
        String user = value(in, "user");
        int branches = Integer.parseInt(value(in, "branches"));
        BootHost self = BootHost.ofLine(value(in, "self"));
        List<BootHost> hosts = new ArrayList<>();
        String line = in.readLine();
        while (line != null && line.startsWith("host ")) {
            hosts.add(BootHost.ofLine(line.substring("host ".length())));
            line = in.readLine();
        }
        if (!"end".equals(line)) {
            throw new IOException("what to do was cut off");
        }
        BootPlan plan = new BootPlan(home, install, RemoteShell.of(shell, user.isEmpty() ? null : user), branches);
        List<String> addresses = Arrays.asList(entry).subList(1, entry.length);
        return new BootOrder(plan, new BootEntry(word, extension, addresses, Integer.parseInt(entry[0])), self, hosts);
    }

    private static String value(BufferedReader in, String key) throws IOException {
        String line = in.readLine();
        if (line == null || !line.startsWith(key + " ")) {
            throw new IOException("what to do was cut off before '" + key + "'");
        }
        return line.substring(key.length() + 1);
    }
}
