package io.jmpi.it.ring;

import io.jmpi.it.hosts.Cluster;
import io.jmpi.it.hosts.NamespaceCluster;
import io.jmpi.it.hosts.Wiring;

/** On hosts made of namespaces. */
class NamespaceRingIT extends RingScenarios {

    @Override
    Cluster start() {
        NamespaceCluster.isNeeded();
        return NamespaceCluster.start(Wiring.of(4));
    }
}
