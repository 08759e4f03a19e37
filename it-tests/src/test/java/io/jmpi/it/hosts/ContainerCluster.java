package io.jmpi.it.hosts;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Network.Ipam;
import com.github.dockerjava.api.model.Volume;
import io.jmpi.it.JobRun;
import io.jmpi.it.Needs;
import io.jmpi.it.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;

/** A cluster of containers of the project's image, on a network of their own. */
public final class ContainerCluster extends Cluster {

    /** The label of all that is made here; its value is the number of the process that made it. */
    static final String LABEL = "io.jmpi.it";

    /** A name that nobody knows is not waited for. */
    private static final List<String> QUICK_DNS = List.of("timeout:1", "attempts:1");

    private static final String SECRETS = "/run/jmpi-cluster/";

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
            String mark = UUID.randomUUID().toString();
            GenericContainer<?> container =
                    container(network, "h" + number, address, ssh).withEnv(ContainerHost.MARK, mark);
            containers.add(container);
            hosts.add(new ContainerHost(container, network.getId(), "h" + number, address, mark));
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

    /** Variables by which the samples' cluster is made with the image of these tests. */
    public static Map<String, String> imageSettings() {
        return ProjectImage.settings();
    }

    private static Network network(String subnet) {
        return Network.builder()
                .createNetworkCmdModifier(command -> command.withLabels(labels())
                        .withIpam(new Ipam().withConfig(new Ipam.Config().withSubnet(subnet + "0/24"))))
                .build();
    }

    @SuppressWarnings("resource") // closed with the cluster
    private static GenericContainer<?> container(Network network, String name, String address, SshSetup ssh) {
        return new GenericContainer<>(ProjectImage.name())
                .withNetwork(network)
                .withNetworkAliases(name)
                .withLabels(labels())
                .withCreateContainerCmdModifier(command -> {
                    command.withHostName(name).withIpv4Address(address);
                    // Bound here, because Testcontainers first tries in a container of an image of its own if it may.
                    command.getHostConfig().withBinds(binds(ssh)).withDnsOptions(QUICK_DNS);
                })
                .waitingFor(Wait.forLogMessage(".*Server listening.*", 1).withStartupTimeout(Duration.ofSeconds(60)));
    }

    private static List<Bind> binds(SshSetup ssh) {
        return List.of(
                readOnly(ssh.userKey().toString(), SECRETS + "id_ed25519"),
                readOnly(ssh.userPublicKey().toString(), SECRETS + "id_ed25519.pub"),
                readOnly(SAMPLES, SAMPLES),
                readOnly(JobRun.classes(), JobRun.classes()));
    }

    private static Bind readOnly(String here, String there) {
        return new Bind(here, new Volume(there), AccessMode.ro);
    }

    private static Map<String, String> labels() {
        return Map.of(LABEL, Long.toString(ProcessHandle.current().pid()));
    }

    /** Removes the containers and networks of JVMs that were killed. */
    static void removeWhatOthersLeft() {
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
