package io.jmpi.it.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.RunningJob;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespaceClusterIT extends ClusterContract {

    @Override
    Cluster start() {
        NamespaceCluster.isNeeded();
        return NamespaceCluster.start(Wiring.of(HOSTS));
    }

    @Test
    void shouldBeWiredAsTold() {
        Wiring wiring =
                Wiring.of(2).networks(2).andIpv6().withOwnNameOnLoopback().withDocker0();
        try (Cluster cluster = NamespaceCluster.start(wiring)) {
            Host one = cluster.host(1);
            Host two = cluster.host(2);
            for (String address : List.of("h2", "10.77.0.2", "10.77.1.2", "fd77:0::2", "fd77:1::2")) {
                expectConnection(one, two, address);
            }
            for (Host host : cluster.hosts()) {
                String own = host.command("getent", "hosts", host.name()).out();
                assertTrue(own.startsWith("127.0.1.1 "), own);
                String docker0 = host.shell("ip -o -4 address show docker0").out();
                assertTrue(docker0.contains("172.17.0.1/16"), docker0);
            }
        }
    }

    @Test
    void shouldDoWithoutTheOldAddresses() {
        try (Cluster cluster = NamespaceCluster.start(Wiring.of(2).onlyIpv6())) {
            expectConnection(cluster.host(2), cluster.host(1));
            assertEquals("", cluster.host(1).shell("ip -o -4 address show eth0").out());
        }
    }

    @Test
    void shouldNotOutliveTheJvmThatMadeIt() {
        try (RunningJob maker = ClusterMaker.start()) {
            maker.awaitOutput(ClusterMaker.READY);
            List<Long> processes = Arrays.stream(maker.soFar().out().split("\\s+"))
                    .filter(word -> !word.equals(ClusterMaker.READY))
                    .map(Long::valueOf)
                    .toList();
            assertTrue(processes.size() >= 4, processes::toString);
            maker.signal("KILL");
            maker.awaitEndOf(processes);
        }
    }
}
