package io.jmpi.it.hosts;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.ContainerNetwork;
import io.jmpi.it.Processes;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** A host that is a container; its first process is the image's entry point. */
public final class ContainerHost extends Host {

    /** The variable by which a container's processes are known on the machine of the tests. */
    static final String MARK = "JMPI_IT_HOST";

    private final DockerClient docker = DockerClientFactory.instance().client();
    private final GenericContainer<?> container;
    private final String network;
    private final String mark;

    ContainerHost(GenericContainer<?> container, String network, String name, String address, String mark) {
        super(name, address);
        this.container = container;
        this.network = network;
        this.mark = mark;
    }

    @Override
    public void start() {
        docker.startContainerCmd(id()).exec();
        awaitSshd();
    }

    private void awaitSshd() {
        shell("until ssh-keyscan -T 1 localhost; do sleep 0.02; done")
                .limit(20)
                .run()
                .expectStatus(0);
    }

    @Override
    public void kill() {
        docker.killContainerCmd(id()).exec();
        docker.waitContainerCmd(id()).exec(new WaitContainerResultCallback()).awaitStatusCode();
    }

    @Override
    void freeze() {
        docker.pauseContainerCmd(id()).exec();
    }

    @Override
    void thaw() {
        docker.unpauseContainerCmd(id()).exec();
    }

    @Override
    void unplug() {
        docker.disconnectFromNetworkCmd()
                .withContainerId(id())
                .withNetworkId(network)
                .exec();
    }

    @Override
    void plug() {
        ContainerNetwork place = new ContainerNetwork()
                .withAliases(name())
                .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(address()));
        docker.connectToNetworkCmd()
                .withContainerId(id())
                .withNetworkId(network)
                .withContainerNetwork(place)
                .exec();
    }

    void remove() {
        container.close();
    }

    @Override
    List<String> entry() {
        return List.of("docker", "exec", "--interactive", "--workdir", "/root", id());
    }

    @Override
    public boolean isUp() {
        return Boolean.TRUE.equals(
                docker.inspectContainerCmd(id()).exec().getState().getRunning());
    }

    /** Docker numbers processes as it sees them, which need not be as this machine does. */
    @Override
    long firstProcess() {
        return Processes.withEnvironment(MARK + "=" + mark).stream()
                .filter(Processes::isFirst)
                .findFirst()
                .orElse(0L);
    }

    private String id() {
        return container.getContainerId();
    }
}
