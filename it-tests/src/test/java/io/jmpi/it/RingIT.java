package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rings of real daemons: boot, tools, deaths, returns, strangers. */
@ExtendWith(NothingLeft.class)
class RingIT {

    private static final int CROWD = 1000;

    private final RingHosts hosts = new RingHosts();

    @AfterEach
    void close() {
        hosts.close();
    }

    private void end(String host) {
        hosts.run(host, "jmpdallexit").expectSuccess().expectOut("");
    }

    @Test
    void shouldBootSilentlyAndEndSilently() {
        hosts.boot("h2", "h3:4", "h4", "h5", "h6", "h7").expectSuccess().expectOut("");
        List<String> members = hosts.members("h1");
        assertEquals(7, members.size());
        List<String> seenByThird = hosts.members("h3");
        assertEquals(members.get(2), seenByThird.get(0));
        assertEquals(members.get(3), seenByThird.get(1));
        assertEquals(new HashSet<>(members), new HashSet<>(seenByThird));
        String host = Processes.hostName().replaceAll("\\..*", "");
        assertEquals((host + "\n").repeat(7), hosts.run("h2", "jmpdtrace").out());
        String time = hosts.run("h2", "jmpdringtest", "10").expectSuccess().out();
        assertTrue(time.matches("time for 10 loops = \\S+ seconds\n"), time);
        end("h4");
    }

    @Test
    void shouldTellWhatIsDone() {
        String file = hosts.file("h2", "h3");
        String told = hosts.run("h1", "jmpdboot", "-v", "-r", hosts.shell(), "-f", file, "-n", "3", "--maxbranch=1")
                .expectSuccess()
                .out();
        assertTrue(told.startsWith("running jmpd on "), told);
        assertTrue(told.contains("LAUNCHED jmpd on h3  via  h2\n"), told);
        assertTrue(told.contains("RUNNING: jmpd on h2\n") && told.contains("RUNNING: jmpd on h3\n"), told);
        end("h1");
    }

    @Test
    void shouldNameAHostThatCannotBeBootedAndBootTheOthers() {
        hosts.takeDown("h2");
        JobResult boot = hosts.run(
                "h1", "jmpdboot", "--maxbranch=1", "-r", hosts.shell(), "-f", hosts.file("h2", "h3", "h4"), "-n", "4");
        boot.expectStatus(1)
                .expectErrContains(
                        "jmpdboot: cannot boot h2\n",
                        "command: " + hosts.shell() + " h2 exec",
                        "output:  ssh: connect to host h2 port 22: Connection refused",
                        "remedy:  is the host up, and sshd running there?");
        hosts.awaitMembers(3, "h1", "h3", "h4");
        end("h1");
    }

    @Test
    void shouldBootAllOrNothingIfAsked() {
        hosts.takeDown("h3");
        String file = hosts.file("h2", "h3");
        hosts.run("h1", "jmpdboot", "--all-or-nothing", "-r", hosts.shell(), "-f", file, "-n", "3")
                .expectStatus(1)
                .expectErrContains("cannot boot h3", "the ring ends");
        hosts.run("h1", "jmpdtrace").expectStatus(1).expectErrContains("start a ring with jmpdboot");
        hosts.run("h2", "jmpdtrace").expectStatus(1);
    }

    @Test
    void shouldBootThoseThatAreUp() {
        hosts.takeDown("h2");
        String file = hosts.file("h2", "h3");
        hosts.run("h1", "jmpdboot", "--chkuponly", "-r", hosts.shell(), "-f", file, "-n", "3")
                .expectStatus(1)
                .expectOut("1 of 2 hosts are up\n")
                .expectErrContains("h2 is down: ");
        hosts.run("h1", "jmpdboot", "--chkup", "-r", hosts.shell(), "-f", file, "-n", "3")
                .expectStatus(0);
        hosts.awaitMembers(2, "h1", "h3");
        end("h1");
    }

    @Test
    void shouldRefuseMoreDaemonsThanHosts() {
        String file = hosts.file("h2", "h2", "h3");
        hosts.run("h1", "jmpdboot", "-r", hosts.shell(), "-f", file, "-n", "5")
                .expectStatus(2)
                .expectErrContains("names 2 other hosts only");
    }

    @Test
    void shouldNotStartASecondDaemonOfOneUser() {
        hosts.boot().expectSuccess();
        hosts.run("h1", "jmpd", "-d").expectStatus(1).expectErrContains("a daemon of this user runs here already");
        hosts.awaitMembers(1, "h1");
        end("h1");
    }

    @Test
    void shouldKeepTwoRingsOfOneUserApart() {
        hosts.boot("h2").expectSuccess();
        hosts.with("JMPD_CON_EXT", "other");
        hosts.boot("h2", "h3").expectSuccess();
        hosts.awaitMembers(3, "h1", "h2", "h3");
        end("h3");
        hosts.with("JMPD_CON_EXT", "");
        hosts.awaitMembers(2, "h1", "h2");
        end("h2");
    }

    @Test
    void shouldHealWhenSeveralDie() {
        hosts.boot("h2", "h3", "h4", "h5", "h6").expectSuccess();
        for (String host : List.of("h2", "h3", "h5")) {
            Processes.signal("KILL", hosts.daemon(host));
        }
        hosts.awaitMembers(3, "h1", "h4", "h6");
        hosts.run("h4", "jmpdringtest", "3").expectSuccess();
        hosts.run("h2", "jmpdtrace").expectStatus(1).expectErrContains("jmpdcleanup removes what a dead one has left");
        hosts.run("h2", "jmpdcleanup").expectSuccess();
        hosts.run("h2", "jmpdtrace").expectStatus(1).expectErrContains("no daemon of this user runs here");
        end("h6");
    }

    @Test
    void shouldTakeInWhoeverReturns() {
        hosts.boot("h2", "h3").expectSuccess();
        Processes.signal("KILL", hosts.daemon("h2"));
        hosts.awaitMembers(2, "h1", "h3");
        // through another member than before, by hand
        String port = portOf(hosts.id("h3"));
        String own = hosts.run("h2", "jmpd", "-d", "-e", "-h", "localhost", "-p", port)
                .expectSuccess()
                .out();
        hosts.awaitMembers(3, "h1", "h2", "h3");
        assertTrue(hosts.id("h2").endsWith("_" + own.strip()));
        // and as containers do, by a variable; now through one that has come late itself
        hosts.with("JMPI_RING", "localhost:" + own.strip());
        hosts.run("h4", "jmpd", "-d").expectSuccess();
        hosts.with("JMPI_RING", "");
        hosts.awaitMembers(4, "h1", "h2", "h3", "h4");
        end("h2");
    }

    @Test
    void shouldServeToolsOnHostsWithoutDaemon() {
        hosts.boot("h2").expectSuccess();
        hosts.with("JMPI_RING", "localhost:" + portOf(hosts.id("h2")));
        hosts.awaitMembers(2, "elsewhere");
        end("elsewhere");
    }

    @Test
    void shouldTakeInAMemberThatWasStopped() {
        hosts.with("JMPD_HEARTBEAT_MILLIS", "400");
        hosts.boot("h2", "h3", "h4").expectSuccess();
        Processes.signal("STOP", hosts.daemon("h3"));
        hosts.awaitMembers(3, "h1", "h2", "h4");
        Processes.signal("CONT", hosts.daemon("h3"));
        hosts.awaitMembers(4, "h1", "h2", "h3", "h4");
        end("h3");
    }

    @Test
    void shouldLetOneMemberGo() {
        hosts.boot("h2", "h3").expectSuccess();
        hosts.run("h1", "jmpdexit", hosts.id("h2")).expectSuccess().expectOut("");
        hosts.awaitMembers(2, "h1", "h3");
        hosts.run("h1", "jmpdexit", "nobody_1").expectStatus(1).expectErrContains("nobody_1 is not in the ring");
        hosts.run("h3", "jmpdexit", hosts.id("h3")).expectSuccess();
        hosts.awaitMembers(1, "h1");
        end("h1");
    }

    @Test
    void shouldEndByForceWhoDoesNotAnswer() {
        hosts.boot().expectSuccess();
        long daemon = hosts.daemon("h1");
        Processes.signal("STOP", daemon);
        hosts.run("h1", "jmpdcleanup").expectSuccess().expectOut("ended the daemon with pid " + daemon + "\n");
        RingHosts.await("the end of the daemon", () -> !Processes.isAlive(daemon));
    }

    @Test
    void shouldNotBeHarmedByStrangers() throws IOException {
        hosts.boot("h2", "h3").expectSuccess();
        int port = Integer.parseInt(portOf(hosts.id("h2")));
        List<Socket> crowd = new ArrayList<>();
        Random random = new Random(1);
        long before = residentKilobytes(hosts.daemon("h2"));
        try {
            for (int i = 0; i < CROWD; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                crowd.add(socket);
                byte[] garbage = new byte[i % 7 == 0 ? 100 : 5];
                random.nextBytes(garbage);
                if (i % 3 == 0) {
                    // else says nothing, or the beginning of a TLS record only
                    write(socket, garbage);
                } else if (i % 3 == 1) {
                    write(socket, new byte[] {22, 3, 1, 64, 0, 1, 0});
                }
            }
            hosts.awaitMembers(3, "h1", "h2", "h3");
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
        hosts.awaitMembers(3, "h1", "h2", "h3");
        long lines = hosts.log("h2")
                .lines()
                .filter(line -> line.contains("refused a connection from 127.0.0.1"))
                .count();
        assertEquals(1, lines, hosts.log("h2"));
        assertFalse(hosts.log("h2").contains("lost"), hosts.log("h2"));
        long grown = residentKilobytes(hosts.daemon("h2")) - before;
        assertTrue(grown < 32_000, "grown by " + grown + " kB");
        end("h1");
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
        } catch (IOException e) {
            // It was turned away already.
        }
    }

    private static long residentKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static String portOf(String id) {
        return id.substring(id.lastIndexOf('_') + 1);
    }
}
