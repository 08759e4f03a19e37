package io.jmpi.it.hosts;

import org.junit.jupiter.api.BeforeAll;

class ContainerClusterIT extends ClusterContract {

    @BeforeAll
    static void needs() {
        ContainerCluster.isNeeded();
    }

    @Override
    Cluster start() {
        return ContainerCluster.start(HOSTS);
    }
}
