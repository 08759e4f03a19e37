package io.jmpi.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Hosts for daemons, all of them on this machine: each has a directory for consoles of its own, and a program in the place
 * of ssh enters them. Real ssh and hosts with networks of their own are for the tests of clusters.
 */
final class RingHosts implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final long INTERVAL_MILLIS = 50;

    private static final String REMOTE_SHELL = """
            #!/bin/sh
            # Runs a command as if on another host: rsh HOST COMMAND
            host=$1
            shift
            if [ -e "HERE/$host/down" ]; then
              echo "ssh: connect to host $host port 22: Connection refused" >&2
              exit 255
            fi
            mkdir -p "HERE/$host"
            JMPD_TMPDIR=HERE/$host exec sh -c "$*"
            """;

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    RingHosts() {
        try {
            // A short name: that of a socket must be.
            directory = Files.createTempDirectory(Path.of("/tmp"), "ring");
            Path shell = directory.resolve("rsh");
            Files.writeString(shell, REMOTE_SHELL.replace("HERE", directory.toString()));
            shell.toFile().setExecutable(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.put("HOME", directory.toString());
        environment.put("JMPD_CON_EXT", "");
        environment.put("JMPI_RING", "");
    }

    /** Sets a variable for all commands from now on. */
    RingHosts with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What {@code -r} needs. */
    String shell() {
        return directory.resolve("rsh").toString();
    }

    /** A host file. */
    String file(String... lines) {
        try {
            Path file = Files.createTempFile(directory, "hosts", "");
            Files.write(file, List.of(lines));
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on the host refuses connections. */
    void takeDown(String host) {
        try {
            Files.createDirectories(directory.resolve(host));
            Files.createFile(directory.resolve(host).resolve("down"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command of the distribution on a host. */
    JobResult run(String host, String command, String... words) {
        List<String> line = new ArrayList<>();
        line.add(JobRun.distribution("bin/" + command).toString());
        line.addAll(List.of(words));
        Path output = JobRun.workDirectory("ring");
        File out = output.resolve("out").toFile();
        File err = output.resolve("err").toFile();
        try {
            Files.createDirectories(directory.resolve(host));
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(out)
                    .redirectError(err);
            builder.environment().put("JAVA_HOME", Jdk.own().home().toString());
            builder.environment().putAll(environment);
            builder.environment().put("JMPD_TMPDIR", directory.resolve(host).toString());
            NothingLeft.mark(builder);
            Process process = builder.start();
            Duration limit = Duration.ofSeconds(PATIENCE_SECONDS);
            String shown = host + ": " + String.join(" ", line);
            try (RunningJob job = new RunningJob(
                    process,
                    shown,
                    limit,
                    out.toPath(),
                    err.toPath(),
                    () -> Processes.withEnvironment(NothingLeft.markOfThisTest()))) {
                return job.result();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Boots a ring: a daemon on {@code h1}, and on each of the others. */
    JobResult boot(String... others) {
        if (others.length == 0) {
            return run("h1", "jmpdboot", "-n", "1");
        }
        return run("h1", "jmpdboot", "-r", shell(), "-f", file(others), "-n", Integer.toString(1 + others.length));
    }

    /** The process of a host's daemon. */
    long daemon(String host) {
        return Long.parseLong(read(host, "pid").strip());
    }

    /** The log of a host's daemon. */
    String log(String host) {
        return read(host, "log");
    }

    private String read(String host, String file) {
        try {
            return Files.readString(directory
                    .resolve(host)
                    .resolve("jmpd-" + System.getProperty("user.name"))
                    .resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The members as a host sees them. */
    List<String> members(String host) {
        return run(host, "jmpdtrace", "-l").outLines().stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    /** A host's daemon as members call it. */
    String id(String host) {
        return members(host).get(0);
    }

    /** Waits until hosts see a number of members, all of which answer. */
    void awaitMembers(int count, String... hosts) {
        for (String host : hosts) {
            await(host + " to see " + count, () -> {
                JobResult trace = run(host, "jmpdtrace");
                return trace.status() == 0 && trace.outLines().size() == count;
            });
        }
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                Thread.sleep(INTERVAL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }

    /** Ends all daemons by force, for tests that fail half-way, and removes the directories. */
    @Override
    public void close() {
        for (long pid : Processes.withEnvironment(NothingLeft.markOfThisTest())) {
            if (Processes.command(pid).contains("io.jmpi.launcher.ring.RingCommand")) {
                Processes.trySignal("KILL", pid);
            }
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
