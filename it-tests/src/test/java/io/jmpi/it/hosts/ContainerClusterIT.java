package io.jmpi.it.hosts;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class ContainerClusterIT extends ClusterContract {

    @Override
    Cluster start() {
        ContainerCluster.isNeeded();
        return ContainerCluster.start(HOSTS);
    }

    @Test
    void shouldRemoveWhatAKilledJvmLeft() throws Exception {
        DockerClient docker = DockerClientFactory.instance().client();
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        String left = docker.createContainerCmd(ProjectImage.name())
                .withLabels(Map.of(ContainerCluster.LABEL, Long.toString(gone.pid())))
                .exec()
                .getId();
        ContainerCluster.removeWhatOthersLeft();
        assertThrows(
                NotFoundException.class, () -> docker.inspectContainerCmd(left).exec());
    }
}
