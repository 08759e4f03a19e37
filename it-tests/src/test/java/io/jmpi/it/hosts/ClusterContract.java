package io.jmpi.it.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.JobResult;
import io.jmpi.it.RunningJob;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is true of the hosts of both kinds of clusters, and relied upon by the tests that use them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterContract {

    static final int HOSTS = 4;

    private Cluster cluster;

    abstract Cluster start();

    @BeforeAll
    void begin() {
        cluster = start();
    }

    @AfterAll
    void end() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @AfterEach
    void allRunAgain() {
        for (Host host : cluster.hosts()) {
            assertTrue(host.isUp(), host + " is up");
            assertEquals(List.of(), host.programs(), "left on " + host);
        }
    }

    private static HostCommand ssh(Host from, String to, int attempts) {
        return from.command(
                "ssh",
                "-o",
                "BatchMode=yes",
                "-o",
                "ConnectTimeout=2",
                "-o",
                "ConnectionAttempts=" + attempts,
                to,
                "hostname");
    }

    /** More than one attempt, because a kernel that could not reach a neighbour believes so for some seconds. */
    static void expectConnection(Host from, Host to) {
        expectConnection(from, to, to.name());
    }

    static void expectConnection(Host from, Host to, String address) {
        assertEquals(to.name(), ssh(from, address, 5).out());
    }

    private static void expectNoConnection(Host from, Host to) {
        JobResult result = ssh(from, to.name(), 1).run().expectStatus(255);
        assertTrue(result.err().contains("ssh: "), result::inFull);
    }

    private static boolean runs(Host host, String command) {
        return host.programs().stream().anyMatch(program -> program.command().equals(command));
    }

    @Test
    void shouldEnterEachHostFromEachBySsh() {
        for (Host from : cluster.hosts()) {
            for (Host to : cluster.hosts()) {
                expectConnection(from, to);
            }
        }
    }

    @Test
    void shouldKnowTheAddressOfEachHost() {
        for (Host from : cluster.hosts()) {
            for (Host to : cluster.hosts()) {
                String found = from.command("getent", "hosts", to.name()).out();
                assertTrue(found.startsWith(to.address() + " "), from + " finds " + found + " for " + to);
            }
        }
    }

    @Test
    void shouldHaveFilesAndProcessesOfItsOwn() {
        Host one = cluster.host(1);
        Host other = cluster.host(2);
        one.shell("touch /tmp/mine /dev/shm/mine $HOME/mine").run().expectSuccess();
        other.shell("ls /tmp/mine /dev/shm/mine $HOME/mine").run().expectStatus(2);
        one.shell("rm /tmp/mine /dev/shm/mine $HOME/mine").run().expectSuccess();
        try (RunningJob sleeper = one.shell("echo begun; sleep 100").start()) {
            sleeper.awaitOutput("begun");
            assertTrue(runs(one, "sleep 100"), one.programs()::toString);
            assertFalse(runs(other, "sleep 100"), other.programs()::toString);
            one.endAllPrograms();
        }
    }

    @Test
    void shouldHaveAsMuchSharedMemoryAsAContainerHas() {
        String line = cluster.host(1).shell("df -k /dev/shm | tail -n 1").out();
        assertEquals("65536", line.split("\\s+")[1], line);
    }

    @Test
    void shouldRunAJobOnOneHost() {
        JobResult result = cluster.host(2)
                .command("jmpiexec", "-n", "4", "java", "-jar", Cluster.SAMPLES, "hello")
                .run()
                .expectSuccess();
        for (int rank = 0; rank < 4; rank++) {
            result.expectOutContains("Hello from rank " + rank + " of 4 on h2");
        }
    }

    @Test
    void shouldBeCutOffAndComeBack() {
        Host lost = cluster.host(3);
        lost.cutOff();
        try {
            expectNoConnection(cluster.host(1), lost);
            expectNoConnection(lost, cluster.host(2));
            expectConnection(cluster.host(1), cluster.host(2));
        } finally {
            lost.reconnect();
        }
        expectConnection(cluster.host(1), lost);
        expectConnection(lost, cluster.host(2));
    }

    @Test
    void shouldStandStillAndGoOn() {
        Host paused = cluster.host(4);
        try (RunningJob counter = paused.shell("i=0; while echo $i; do i=$((i + 1)); sleep 0.02; done")
                .start()) {
            counter.awaitOutput("1");
            paused.pause();
            String before = counter.soFar().out();
            JobResult result = ssh(cluster.host(1), paused.name(), 1).run().expectStatus(255);
            assertTrue(result.err().contains("timed out"), result::inFull);
            assertEquals(before, counter.soFar().out(), "nothing happens on a paused host");
            paused.resume();
            counter.await("it to go on", () -> counter.soFar().out().length() > before.length());
            expectConnection(cluster.host(1), paused);
            paused.endAllPrograms();
        }
    }

    @Test
    void shouldLoseEverythingWhenKilledAndStartAgain() {
        Host killed = cluster.host(4);
        try (RunningJob sleeper = killed.shell("echo begun; sleep 100").start()) {
            sleeper.awaitOutput("begun");
            List<Long> processes = killed.processes();
            killed.kill();
            sleeper.result();
            assertFalse(killed.isUp());
            sleeper.awaitEndOf(processes);
            expectNoConnection(cluster.host(1), killed);
        }
        killed.start();
        expectConnection(cluster.host(1), killed);
        expectConnection(killed, cluster.host(1));
    }
}
