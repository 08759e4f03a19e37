package io.jmpi.it.hosts;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** A host that is a container; its first process is the image's entry point. */
public final class ContainerHost extends Host {

    private final DockerClient docker = DockerClientFactory.instance().client();
    private final GenericContainer<?> container;
    private final String network;

    ContainerHost(GenericContainer<?> container, String network, String name, String address) {
        super(name, address);
        this.container = container;
        this.network = network;
    }

    @Override
    public void start() {
        docker.startContainerCmd(id()).exec();
        awaitSshd();
    }

    /** An sshd that answers is one that listens. */
    private void awaitSshd() {
        shell("until (: <>/dev/tcp/localhost/22) 2>&-; do sleep 0.02; done")
                .limit(20)
                .run();
    }

    @Override
    public void kill() {
        docker.killContainerCmd(id()).exec();
        docker.waitContainerCmd(id()).exec(new WaitContainerResultCallback()).awaitStatusCode();
    }

    @Override
    public void pause() {
        docker.pauseContainerCmd(id()).exec();
    }

    @Override
    public void resume() {
        docker.unpauseContainerCmd(id()).exec();
    }

    @Override
    public void cutOff() {
        docker.disconnectFromNetworkCmd()
                .withContainerId(id())
                .withNetworkId(network)
                .exec();
    }

    @Override
    public void reconnect() {
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
    long firstProcess() {
        ContainerState state = docker.inspectContainerCmd(id()).exec().getState();
        Long pid = state.getPidLong();
        return pid == null ? 0 : pid;
    }

    private String id() {
        return container.getContainerId();
    }
}
