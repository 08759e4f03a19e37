package io.jmpi.it.hosts;

import io.jmpi.it.JobRun;
import io.jmpi.it.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cluster of namespaces: its hosts see this machine's files, but for those in {@code /tmp} and the like. */
public final class NamespaceCluster extends Cluster {

    private static final List<String> COMMANDS = List.of("unshare", "nsenter", "ip", "sshd", "ssh", "ssh-keygen");

    private final World world;
    private final List<NamespaceHost> hosts;

    private NamespaceCluster(World world, List<NamespaceHost> hosts) {
        this.world = world;
        this.hosts = hosts;
    }

    /** Leaves the running test out where namespaces cannot be made. */
    public static void isNeeded() {
        Needs.that("root".equals(System.getProperty("user.name")), "network namespaces need root");
        for (String command : COMMANDS) {
            boolean there = Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
                    .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
            Needs.that(there, "the command " + command);
        }
    }

    /** Wires some hosts, and starts them all at once. */
    public static NamespaceCluster start(Wiring wiring) {
        Path setup = JobRun.workDirectory("cluster");
        World world = new World(setup);
        try {
            SshSetup ssh = SshSetup.in(setup);
            world.ip(null, wiring.bridges());
            List<NamespaceHost> hosts = IntStream.rangeClosed(1, wiring.hosts())
                    .mapToObj(number -> host(world, wiring, number, setup, ssh))
                    .toList();
            hosts.forEach(NamespaceHost::boot);
            hosts.forEach(NamespaceHost::awaitBoot);
            return new NamespaceCluster(world, hosts);
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    private static NamespaceHost host(World world, Wiring wiring, int number, Path cluster, SshSetup ssh) {
        world.ip(null, wiring.cables(number));
        world.ip(Wiring.name(number), wiring.addresses(number));
        try {
            Path setup = Files.createDirectory(cluster.resolve(Wiring.name(number)));
            Files.writeString(setup.resolve("hosts"), wiring.hostsFile(number));
            ssh.copyTo(setup);
            return new NamespaceHost(world, wiring, number, setup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<NamespaceHost> hosts() {
        return hosts;
    }

    @Override
    public void close() {
        world.close();
    }
}
