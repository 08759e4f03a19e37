package io.jmpi.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processes of this machine, as {@code /proc} shows them. */
public final class Processes {

    private static final Path PROC = Path.of("/proc");

    private Processes() {}

    /** The name of this host. */
    static String hostName() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/hostname")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that have inherited an entry such as {@code NAME=value}; zombies have not, they are gone. */
    public static List<Long> withEnvironment(String entry) {
        List<Long> found = new ArrayList<>();
        for (long pid : all()) {
            String environment = "\0" + text(pid, "environ");
            if (environment.contains("\0" + entry + "\0")) {
                found.add(pid);
            }
        }
        return found;
    }

    /** Those whose command line contains a word. */
    static List<Long> withCommand(String part) {
        List<Long> found = new ArrayList<>();
        for (long pid : all()) {
            if (text(pid, "cmdline").contains(part)) {
                found.add(pid);
            }
        }
        return found;
    }

    /** Those that are in the same process namespace as one of them, in the order in which they were started. */
    public static List<Long> inNamespaceOf(long pid) {
        Path namespace = namespace(pid);
        List<Long> found = new ArrayList<>();
        for (long other : all()) {
            if (namespace != null && namespace.equals(namespace(other))) {
                found.add(other);
            }
        }
        found.sort(null);
        return found;
    }

    /** Whether a process has been sent signals that no thread of it has taken. */
    static boolean hasPendingSignals(long pid) {
        return text(pid, "status").lines().anyMatch(line -> line.matches("ShdPnd:\\s+0*[1-9a-f][0-9a-f]*"));
    }

    /** Whether a process is the first of its namespace. */
    public static boolean isFirst(long pid) {
        return text(pid, "status").lines().anyMatch(line -> line.startsWith("NSpid:") && line.endsWith("\t1"));
    }

    /** The process namespace of a process, null when it is gone. */
    private static Path namespace(long pid) {
        try {
            return Files.readSymbolicLink(PROC.resolve(pid + "/ns/pid"));
        } catch (IOException e) {
            return null;
        }
    }

    public static boolean isAlive(long pid) {
        return Files.isDirectory(PROC.resolve(Long.toString(pid)));
    }

    /** Whether a signal has stopped it. */
    static boolean isStopped(long pid) {
        String stat = text(pid, "stat");
        return stat.startsWith("T", stat.lastIndexOf(')') + 2);
    }

    /** The command line, in words. */
    public static String command(long pid) {
        return text(pid, "cmdline").replace('\0', ' ').strip();
    }

    /** The value of a variable in the environment of a process, null if it is not set. */
    public static String variable(long pid, String name) {
        for (String entry : text(pid, "environ").split("\0")) {
            if (entry.startsWith(name + "=")) {
                return entry.substring(name.length() + 1);
            }
        }
        return null;
    }

    /** The stacks of all threads of a JVM, or why they cannot be told; null for what is no JVM. */
    public static String threadDump(long pid) {
        try {
            Path program = PROC.resolve(pid + "/exe").toRealPath();
            Path jcmd = program.resolveSibling("jcmd");
            if (!program.endsWith("java") || !Files.isExecutable(jcmd)) {
                return null;
            }
            File text = File.createTempFile("threads", ".txt");
            try {
                Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "Thread.print")
                        .redirectErrorStream(true)
                        .redirectOutput(text)
                        .start();
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                return Files.readString(text.toPath());
            } finally {
                text.delete();
            }
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    public static void signal(String name, long pid) {
        if (!trySignal(name, pid)) {
            throw new IllegalStateException("kill -" + name + " " + pid + " failed");
        }
    }

    /** Sends a signal, unless the process is gone. */
    public static boolean trySignal(String name, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
            return kill.waitFor() == 0;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> all() {
        List<Long> pids = new ArrayList<>();
        for (String name : PROC.toFile().list()) {
            if (name.chars().allMatch(Character::isDigit)) {
                pids.add(Long.parseLong(name));
            }
        }
        return pids;
    }

    private static String text(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(pid + "/" + file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
