package io.jmpi.it.hosts;

import java.util.stream.Stream;

/**
 * A process on a host.
 *
 * @param pid its number there
 * @param command its command line
 */
public record Program(long pid, String command) {

    /** Shell that shows a process a line, but for the first process, zombies, and what shows them. */
    static final String LISTING = """
            for process in /proc/[0-9]*; do
                pid=${process#/proc/}
                if [ $pid -ne 1 ] && [ $pid -ne $$ ]; then
                    line=$(tr '\\0\\n' '  ' 2>&- <$process/cmdline) && [ -n "$line" ] && echo "$pid $line"
                fi
            done""";

    /** Reads a line of the listing. */
    static Stream<Program> read(String line) {
        int end = line.indexOf(' ');
        String command = line.substring(end + 1).strip();
        return command.startsWith("sshd: ")
                ? Stream.of()
                : Stream.of(new Program(Long.parseLong(line.substring(0, end)), command));
    }

    /** Sends it a signal, unless it is gone. */
    public void signal(Host host, String name) {
        host.command("kill", "-" + name, Long.toString(pid)).run();
    }
}
