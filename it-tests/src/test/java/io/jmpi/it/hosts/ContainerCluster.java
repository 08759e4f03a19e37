package io.jmpi.it.hosts;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Network.Ipam;
import io.jmpi.it.JobRun;
import io.jmpi.it.Needs;
import io.jmpi.it.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.lifecycle.Startables;

/** A cluster of containers of the project's image, on a network of their own. */
public final class ContainerCluster extends Cluster {

    /** The label of all that is made here; its value is the number of the process that made it. */
    private static final String LABEL = "io.jmpi.it";

    /** Names a base for the image, where the public one cannot be fetched. */
    private static final String BASE = System.getenv("JMPI_IT_BASE_IMAGE");

    private static final Path PROJECT =
            JobRun.distribution("../../..").toAbsolutePath().normalize();
    private static final String SECRETS = "/run/jmpi-cluster/";

    /** Built once for all clusters of a run. */
    private static ImageFromDockerfile image;

    private final Network network;
    private final List<ContainerHost> hosts;

    private ContainerCluster(Network network, List<ContainerHost> hosts) {
        this.network = network;
        this.hosts = hosts;
    }

    /** Leaves the running test out where there is no Docker. */
    public static void isNeeded() {
        Needs.that(DockerClientFactory.instance().isDockerAvailable(), "Docker, running and open to this user");
    }

    /** Builds the image if need be, and starts some hosts all at once. */
    public static ContainerCluster start(int size) {
        removeWhatOthersLeft();
        SshSetup ssh = SshSetup.in(JobRun.workDirectory("containers"));
        String subnet = "10." + ThreadLocalRandom.current().nextInt(100, 200) + "."
                + ThreadLocalRandom.current().nextInt(256) + ".";
        Network network = network(subnet);
        List<ContainerHost> hosts = new ArrayList<>();
        List<GenericContainer<?>> containers = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            // The first address is the machine's own.
            String address = subnet + (number + 1);
            GenericContainer<?> container = container(network, "h" + number, address, ssh);
            containers.add(container);
            hosts.add(new ContainerHost(container, network.getId(), "h" + number, address));
        }
        ContainerCluster cluster = new ContainerCluster(network, hosts);
        try {
            Startables.deepStart(containers).join();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static Network network(String subnet) {
        return Network.builder()
                .createNetworkCmdModifier(command -> command.withLabels(labels())
                        .withIpam(new Ipam().withConfig(new Ipam.Config().withSubnet(subnet + "0/24"))))
                .build();
    }

    @SuppressWarnings("resource") // closed with the cluster
    private static GenericContainer<?> container(Network network, String name, String address, SshSetup ssh) {
        return new GenericContainer<>(image())
                .withNetwork(network)
                .withNetworkAliases(name)
                .withLabels(labels())
                .withCreateContainerCmdModifier(
                        command -> command.withHostName(name).withIpv4Address(address))
                .withFileSystemBind(ssh.userKey().toString(), SECRETS + "id_ed25519", BindMode.READ_ONLY)
                .withFileSystemBind(ssh.userPublicKey().toString(), SECRETS + "id_ed25519.pub", BindMode.READ_ONLY)
                .withFileSystemBind(SAMPLES, SAMPLES, BindMode.READ_ONLY)
                .withFileSystemBind(JobRun.classes(), JobRun.classes(), BindMode.READ_ONLY)
                .waitingFor(Wait.forLogMessage(".*Server listening.*", 1).withStartupTimeout(Duration.ofSeconds(60)));
    }

    private static synchronized ImageFromDockerfile image() {
        if (image == null) {
            image = new ImageFromDockerfile("jmpi-it").withDockerfile(PROJECT.resolve("Dockerfile"));
            if (BASE != null) {
                image.withBuildArg("BASE", BASE);
            }
        }
        return image;
    }

    private static Map<String, String> labels() {
        return Map.of(LABEL, Long.toString(ProcessHandle.current().pid()));
    }

    /** Removes the containers and networks of JVMs that were killed. */
    private static void removeWhatOthersLeft() {
        DockerClient docker = DockerClientFactory.instance().client();
        docker.listContainersCmd().withShowAll(true).withLabelFilter(List.of(LABEL)).exec().stream()
                .filter(container -> isLeft(container.getLabels()))
                .forEach(container -> docker.removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
        docker.listNetworksCmd().withFilter("label", List.of(LABEL)).exec().stream()
                .filter(left -> isLeft(left.getLabels()))
                .forEach(left -> docker.removeNetworkCmd(left.getId()).exec());
    }

    private static boolean isLeft(Map<String, String> labels) {
        return !Processes.isAlive(Long.parseLong(labels.get(LABEL)));
    }

    @Override
    public List<ContainerHost> hosts() {
        return hosts;
    }

    @Override
    public void close() {
        hosts.forEach(ContainerHost::remove);
        network.close();
    }
}
