package io.jmpi.daemon.supervise;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A tiny shell process in a session of its own that sends signals to groups of processes, and kills what is left of a job
 * when this process is gone without a farewell, whatever took it. It sees that by the end of its standard input, and ends
 * itself at the same moment.
 *
 * <p>A rank is a session and so a group of its own; a moment after its start it may not be yet, then the signal goes to
 * the process. What left its group is found by the part's mark in its environment, where {@code /proc} shows that. Used by
 * the part's thread.
 */
final class Guardian implements AutoCloseable {

    private static final String SCRIPT = "trap '' HUP INT QUIT TERM\n"
            + "part=$1 all= litter=\n"
            + "send() { kill -\"$1\" -\"$2\" || kill -\"$1\" \"$2\"; }\n"
            + "sweep() {\n"
            + "  [ -r /proc/self/environ ] || return\n"
            + "  for pass in 1 2 3; do\n"
            + "    found=$(grep -la \"" + Part.VARIABLE + "=$part\" /proc/[0-9]*/environ)\n"
            + "    [ -n \"$found\" ] || return\n"
            + "    for file in $found; do file=${file#/proc/}; kill -KILL \"${file%/environ}\"; done\n"
            + "  done\n"
            + "}\n"
            + "leave() { [ -z \"$litter\" ] || rm -rf -- \"$litter\"; exit; }\n"
            + "while read -r verb signal pids; do\n"
            + "  case $verb in\n"
            + "    watch) all=\"$all $pids\" ;;\n"
            + "    group) for pid in $pids; do send \"$signal\" \"$pid\"; done ;;\n"
            + "    rest) for pid in $all; do kill -\"$signal\" -\"$pid\"; done ;;\n"
            + "    process) kill -\"$signal\" $pids ;;\n"
            + "    sweep) sweep ;;\n"
            + "    litter) litter=$pids ;;\n"
            + "    farewell) leave ;;\n"
            + "  esac\n"
            + "done\n"
            + "for pid in $all; do kill -KILL -\"$pid\"; done\n"
            + "sweep\n"
            + "leave\n";

    private static final long LAST_WAIT_MILLIS = 1000;

    private final Process process;
    private final OutputStream orders;

    private Guardian(Process process) {
        this.process = process;
        this.orders = process.getOutputStream();
    }

    static Guardian start(String part, Session session) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        session.command(List.of("/bin/sh", "-c", SCRIPT, "jmpi-guardian", part)))
                .directory(new File("/"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        Map<String, String> env = builder.environment();
        String path = env.get("PATH");
        env.clear();
        env.put("PATH", path == null ? "/usr/bin:/bin" : path);
        return new Guardian(builder.start());
    }

    /** The group of a rank just started is to be killed when this process is gone. */
    void watch(long pid) {
        order("watch - " + pid);
    }

    /** A directory is to be removed at the end, whichever that is. */
    void litter(File directory) {
        order("litter - " + directory);
    }

    /** Sends a signal, named without SIG, to the groups of ranks. */
    void signalGroup(String signal, String pids) {
        order("group " + signal + " " + pids);
    }

    /** Sends a signal to processes. */
    void signalProcess(String signal, String pids) {
        order("process " + signal + " " + pids);
    }

    /** Kills what is left in the groups of ranks, most of which are gone. */
    void killRest() {
        order("rest KILL");
    }

    /** Kills what has left the groups of ranks. */
    void sweep() {
        order("sweep");
    }

    private void order(String order) {
        try {
            byte[] line = (order + "\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            orders.write(line, 0, line.length);
            orders.flush();
        } catch (IOException e) {
            // It was killed itself. The ranks are told to end by the pipes and files that go with this process.
        }
    }

    /** All ranks have ended: there is nothing to guard any more. */
    void farewell() {
        order("farewell");
    }

    /** Lets the guardian go, which without a farewell kills what is left first, and waits until it has gone. */
    @Override
    public void close() {
        try {
            orders.close();
            process.waitFor(LAST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // gone already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
