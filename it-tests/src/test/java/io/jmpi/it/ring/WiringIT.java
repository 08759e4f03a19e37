package io.jmpi.it.ring;

import io.jmpi.it.hosts.Cluster;
import io.jmpi.it.hosts.Host;
import io.jmpi.it.hosts.NamespaceCluster;
import io.jmpi.it.hosts.Wiring;
import io.jmpi.it.programs.EachToEachProgram;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts whose networks mislead who takes the first address that comes: still each reaches each. */
class WiringIT {

    @BeforeAll
    static void needs() {
        NamespaceCluster.isNeeded();
    }

    static Stream<Wiring> wirings() {
        Wiring plain = Wiring.of(3);
        return Stream.of(
                plain.withOwnNameOnLoopback(),
                plain.withDocker0(),
                plain.networks(2),
                plain.andIpv6(),
                plain.onlyIpv6(),
                plain.networks(3).andIpv6().withOwnNameOnLoopback().withDocker0());
    }

    @ParameterizedTest
    @MethodSource("wirings")
    void shouldConnectEachWithEach(Wiring wiring) {
        try (Cluster cluster = NamespaceCluster.start(wiring)) {
            Ring ring = Ring.boot(cluster);
            for (Host host : cluster.hosts()) {
                Ring.awaitMembers(host, cluster.hosts().toArray(Host[]::new));
            }
            ring.program("-ppn 2 -n 6", EachToEachProgram.class, "")
                    .run()
                    .expectSuccess()
                    .expectOut("exchanged by 6\n");
            ring.end();
        }
    }
}
