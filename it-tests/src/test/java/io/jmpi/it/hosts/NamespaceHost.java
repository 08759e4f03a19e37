package io.jmpi.it.hosts;

import io.jmpi.it.JobRun;
import io.jmpi.it.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A host made of namespaces; its first process is its sshd. */
public final class NamespaceHost extends Host {

    private static final String HOME = "/root";
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** The tree of the project, where distribution, samples and the programs of these tests are. */
    private static final Path KEPT =
            JobRun.distribution("../../..").toAbsolutePath().normalize();

    private final World world;
    private final Wiring wiring;
    private final int number;
    private final Path setup;
    private final Path log;
    private Process process;
    private long firstProcess;

    NamespaceHost(World world, Wiring wiring, int number, Path setup) {
        super(Wiring.name(number), wiring.address(number));
        this.world = world;
        this.wiring = wiring;
        this.number = number;
        this.setup = setup;
        this.log = setup.resolve("log");
    }

    @Override
    public void start() {
        plug();
        boot();
        awaitBoot();
    }

    /** Begins to start it. */
    void boot() {
        ProcessBuilder builder = world.inside(
                "ip",
                "netns",
                "exec",
                name(),
                "unshare",
                "--mount",
                "--uts",
                "--ipc",
                "--pid",
                "--fork",
                "--kill-child",
                "sh",
                World.script("host.sh").toString(),
                name(),
                setup.toString(),
                HOME,
                KEPT.toString());
        builder.environment().clear();
        builder.environment().put("PATH", PATH);
        builder.environment().put("HOME", HOME);
        try {
            process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until sshd listens. */
    void awaitBoot() {
        World.awaitLine(process, log, "Server listening");
        String line = World.awaitLine(process, log, "host ");
        firstProcess = Long.parseLong(line.substring("host ".length()));
    }

    @Override
    public void kill() {
        unplug();
        Processes.signal("KILL", firstProcess);
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    void freeze() {
        // Until no new one is found: what is not stopped yet may start others.
        Set<Long> stopped = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (long pid : processes()) {
                more |= stopped.add(pid) && Processes.trySignal("STOP", pid);
            }
        }
    }

    @Override
    void thaw() {
        for (long pid : processes()) {
            Processes.trySignal("CONT", pid);
        }
    }

    @Override
    void unplug() {
        cables("down");
    }

    @Override
    void plug() {
        cables("up");
    }

    private void cables(String state) {
        world.ip(
                null,
                IntStream.range(0, wiring.networks())
                        .mapToObj(network -> "link set " + Wiring.port(number, network) + " " + state)
                        .toList());
    }

    @Override
    List<String> entry() {
        return List.of(
                "nsenter",
                "--target",
                Long.toString(firstProcess),
                "--mount",
                "--uts",
                "--ipc",
                "--net",
                "--pid",
                "env",
                "-i",
                "--chdir=" + HOME,
                "HOME=" + HOME,
                "PATH=" + JobRun.distribution("bin") + ":" + PATH,
                "LANG=C.UTF-8");
    }

    @Override
    public boolean isUp() {
        return Processes.isAlive(firstProcess);
    }

    @Override
    long firstProcess() {
        return firstProcess;
    }
}
