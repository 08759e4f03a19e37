package io.jmpi.it.hosts;

import io.jmpi.it.Processes;
import java.util.List;

/** One machine of a cluster, with its power switch and its cable. A test uses it from one thread. */
public abstract class Host {

    private final String name;
    private final String address;
    private boolean paused;
    private boolean cutOff;

    Host(String name, String address) {
        this.name = name;
        this.address = address;
    }

    /** Its host name, by which the others find it, too. */
    public final String name() {
        return name;
    }

    /** Its address on the first network. */
    public final String address() {
        return address;
    }

    /** A command that is to run on this host. */
    public final HostCommand command(String... words) {
        return new HostCommand(this, words);
    }

    /** The same for a line of shell. */
    public final HostCommand shell(String line) {
        return command("sh", "-c", line);
    }

    /** What runs here, beside the first process and sshd. */
    public final List<Program> programs() {
        return shell(Program.LISTING).run().out().lines().flatMap(Program::read).toList();
    }

    /** Kills what runs here, beside the first process and sshd, and what that has started meanwhile. */
    public final void endAllPrograms() {
        for (List<Program> left = programs(); !left.isEmpty(); left = programs()) {
            left.forEach(program -> program.signal(this, "KILL"));
        }
    }

    /** All its processes, as the machine of the tests numbers them; none when it is down or does not show them. */
    public final List<Long> processes() {
        long first = firstProcess();
        return first == 0 ? List.of() : Processes.inNamespaceOf(first);
    }

    public abstract boolean isUp();

    /** Switches it on again, and waits until sshd listens. */
    public abstract void start();

    /** The power fails: all processes are gone at once. The other hosts need not hear of it: no connection is closed. */
    public abstract void kill();

    /** It stalls: its kernel answers, its processes do not. */
    public final void pause() {
        freeze();
        paused = true;
    }

    /** It goes on after a pause. */
    public final void resume() {
        thaw();
        paused = false;
    }

    /** Pulls the cables, as it were: nothing gets in or out. */
    public final void cutOff() {
        unplug();
        cutOff = true;
    }

    /** Puts them back. */
    public final void reconnect() {
        plug();
        cutOff = false;
    }

    /** Whatever a test has done to it: it is up again, connected, and nothing runs on it. */
    public final void restore() {
        if (paused) {
            resume();
        }
        if (cutOff) {
            reconnect();
        }
        if (isUp()) {
            endAllPrograms();
        } else {
            start();
        }
    }

    abstract void freeze();

    abstract void thaw();

    abstract void unplug();

    abstract void plug();

    /** The words that, put before a command, have it run here. */
    abstract List<String> entry();

    /** The number of the first process, as the machine of the tests counts; 0 when it cannot be known. */
    abstract long firstProcess();

    @Override
    public final String toString() {
        return name;
    }
}
