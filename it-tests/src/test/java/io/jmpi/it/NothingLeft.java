package io.jmpi.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that leaves something behind: a process that has inherited the test's mark, a guardian of one of its jobs,
 * or a file of JMPI in shared memory or in the directory for temporary files.
 *
 * <p>Other jobs may run on the machine at the same time: files are named after the process that makes them, and are taken
 * for left behind when that process is gone.
 */
final class NothingLeft implements BeforeEachCallback, AfterEachCallback {

    private static final String VARIABLE = "JMPI_IT_MARK";
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long INTERVAL_MILLIS = 20;
    private static final String PREFIX = "jmpi";

    private static volatile String mark;
    private static final List<Long> LAUNCHERS = new ArrayList<>();

    private final long patienceMillis;
    private Set<Path> before;

    /** Gives processes and files some seconds to go. */
    NothingLeft() {
        this(PATIENCE_MILLIS);
    }

    NothingLeft(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /** The entry that every process of the running test has in its environment. */
    static String markOfThisTest() {
        return VARIABLE + "=" + mark;
    }

    static void mark(ProcessBuilder builder) {
        builder.environment().put(VARIABLE, mark);
    }

    static synchronized void started(long launcher) {
        LAUNCHERS.add(launcher);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        begin();
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        check();
    }

    void begin() {
        mark = UUID.randomUUID().toString();
        synchronized (NothingLeft.class) {
            LAUNCHERS.clear();
        }
        before = files();
    }

    /** Kills what it finds, and throws. */
    void check() throws InterruptedException {
        List<Long> processes = lasting(NothingLeft::processes);
        List<Path> files = lasting(this::newFiles);
        if (processes.isEmpty() && files.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("left behind by the test:");
        for (long pid : processes) {
            text.append("\n  process ").append(pid).append(": ").append(Processes.command(pid));
        }
        for (Path file : files) {
            text.append("\n  file ").append(file);
        }
        for (long pid : processes) {
            if (Processes.isAlive(pid)) {
                Processes.signal("KILL", pid);
            }
        }
        throw new AssertionError(text.toString());
    }

    private <T> List<T> lasting(Supplier<List<T>> look) throws InterruptedException {
        long end = System.nanoTime() + patienceMillis * 1_000_000;
        List<T> found = look.get();
        while (!found.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(INTERVAL_MILLIS);
            found = look.get();
        }
        return found;
    }

    private static synchronized List<Long> processes() {
        List<Long> found = new ArrayList<>(Processes.withEnvironment(markOfThisTest()));
        for (long launcher : LAUNCHERS) {
            found.addAll(Processes.withCommand("jmpi-guardian\0" + launcher + "-"));
        }
        return found;
    }

    private List<Path> newFiles() {
        List<Path> found = new ArrayList<>();
        for (Path file : files()) {
            if (!before.contains(file) && !hasLivingMaker(file)) {
                found.add(file);
            }
        }
        return found;
    }

    private static boolean hasLivingMaker(Path file) {
        String[] parts = file.getFileName().toString().split("-");
        return parts.length > 1
                && !parts[1].isEmpty()
                && parts[1].chars().allMatch(Character::isDigit)
                && Processes.isAlive(Long.parseLong(parts[1]));
    }

    private static Set<Path> files() {
        Set<Path> files = new HashSet<>();
        for (String directory : List.of("/dev/shm", System.getProperty("java.io.tmpdir"), "/tmp")) {
            try (Stream<Path> listed = Files.list(Path.of(directory))) {
                listed.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                        .forEach(files::add);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return files;
    }
}
