package io.jmpi.it.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.JobResult;
import io.jmpi.it.JobRun;
import io.jmpi.it.hosts.Cluster;
import io.jmpi.it.hosts.Host;
import io.jmpi.it.hosts.HostCommand;
import io.jmpi.it.hosts.NamespaceCluster;
import io.jmpi.it.hosts.Wiring;
import io.jmpi.it.programs.HelloProgram;
import io.jmpi.it.programs.MeetingProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where ranks go in a ring of three hosts, the second of which has two slots, and how each program starts there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacementIT {

    private static final String SHOW = "'echo $JMPI_RANK $(hostname)'";

    private Cluster cluster;
    private Host seat;

    @BeforeAll
    void boot() {
        NamespaceCluster.isNeeded();
        cluster = NamespaceCluster.start(Wiring.of(3).networks(2).withDocker0());
        seat = cluster.host(1);
        seat.shell(
                        "printf '%s\\n' h2:2 'h3 # one' >/tmp/mpd.hosts; printf '%s\\n' h3 '10.77.0.2 slots=2' >/tmp/two.hosts")
                .run()
                .expectSuccess();
        seat.command("jmpdboot", "-n", "3", "-f", "/tmp/mpd.hosts").run().expectSuccess();
    }

    @AfterAll
    void end() {
        if (cluster != null) {
            cluster.close();
        }
    }

    /** Nothing but the daemon is left on any host. */
    @AfterEach
    void allRanksAreGone() {
        for (Host host : cluster.hosts()) {
            String left = host.shell("grep -lz ^JMPI_RANK= /proc/[0-9]*/environ 2>&-")
                    .run()
                    .out();
            assertEquals("", left, "ranks left on " + host);
        }
    }

    private HostCommand jmpiexec(String line) {
        return seat.shell("jmpiexec " + line);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "-n 6,                                      h1 h2 h2 h3 h1 h2",
                "-1 -n 6,                                   h2 h2 h3 h1 h2 h2",
                "-ppn 2 -n 5,                               h1 h1 h2 h2 h3",
                "-map-by node -n 5,                         h1 h2 h3 h2 h1",
                "\"-hosts h3:2,h1 -n 4\",                   h3 h3 h1 h3",
                "\"-host 10.77.0.3,localhost -n 3\",        h3 h1 h3",
                "-f /tmp/two.hosts -n 4,                    h3 h2 h2 h3",
                "-machinefile /tmp/two.hosts -ppn 1 -n 4,   h3 h2 h3 h2",
                "\"-iface 10.77.1.0/24 -hosts h2,h3 -n 2\", h2 h3",
            })
    void shouldPlaceRanks(String options, String expected) {
        JobResult result = jmpiexec(options + " sh -c " + SHOW).run().expectSuccess();
        assertEquals(lines(expected), result.sortedOut(), result::inFull);
    }

    private static List<String> lines(String hosts) {
        List<String> lines = new ArrayList<>();
        for (String host : hosts.split(" ")) {
            lines.add(lines.size() + " " + host);
        }
        return lines;
    }

    @Test
    void shouldPlaceEachProgramWhereItBelongs() {
        JobResult result = jmpiexec("-genv COMMON all -n 1 -env OWN x sh -c 'echo $JMPI_RANK $(hostname) $COMMON $OWN'"
                        + " : -n 2 -host h3 -wdir /usr -umask 27 sh -c 'echo $JMPI_RANK $(hostname) $PWD $(umask)'"
                        + " : -n 2 -envnone -env OWN y sh -c 'echo $JMPI_RANK $(hostname) $COMMON$HOME $OWN'")
                .with("COMMON", "none")
                .run()
                .expectSuccess();
        assertEquals(
                List.of("0 h1 all x", "1 h3 /usr 0027", "2 h3 /usr 0027", "3 h2 all y", "4 h2 all y"),
                result.sortedOut(),
                result::inFull);
    }

    /** MPI between programs on different hosts, over the network asked for. */
    @Test
    void shouldJoinProgramsInOneWorld() {
        String hello = "java -cp " + JobRun.classes() + " " + HelloProgram.class.getName();
        JobResult result = jmpiexec("-iface eth1 -n 2 -host h3 " + hello + " x : -n 3 " + hello)
                .run()
                .expectSuccess();
        assertEquals(6, result.outLines().size(), result::inFull);
        result.expectOutContains("argument x", "hello from 4 of 5");
    }

    @Test
    void shouldMeetAgainAndAgain() {
        JobResult result = jmpiexec(
                        "-ppn 4 -n 12 java -cp " + JobRun.classes() + " " + MeetingProgram.class.getName() + " 500 1")
                .run()
                .expectSuccess();
        assertEquals(12, result.outLines().size(), result::inFull);
    }

    @Test
    void shouldSendTheUsersEnvironment() {
        JobResult result = jmpiexec("-hosts h2 -x B=2 sh -c 'echo $A $B; echo $JAVA_TOOL_OPTIONS'")
                .with("A", "1")
                .with("JAVA_TOOL_OPTIONS", "-Dx=y")
                .run()
                .expectSuccess();
        result.expectOut("1 2\n-Dx=y\n");
    }

    @Test
    void shouldLookForAProgramWhereTold() {
        String make = "mkdir -p /tmp/own && printf '#!/bin/sh\\necho $JMPI_RANK own\\n' >/tmp/own/prog"
                + " && chmod 755 /tmp/own/prog";
        cluster.host(2).shell(make).run().expectSuccess();
        jmpiexec("-host h2 -path /tmp/own prog").run().expectSuccess().expectOut("0 own\n");
        JobResult result =
                jmpiexec("-host h2,h3 -n 2 -path /tmp/own prog").run().expectStatus(127);
        result.expectErrContains("h3: program not found: prog");
    }

    @Test
    void shouldLabelLinesWithTheirHosts() {
        JobResult result =
                jmpiexec("-n 4 -prepend-pattern '[%r %h %p] ' echo hello").run().expectSuccess();
        assertEquals(
                List.of("[0 h1 0] hello", "[1 h2 1] hello", "[2 h2 1] hello", "[3 h3 2] hello"),
                result.sortedOut(),
                result::inFull);
    }

    @Test
    void shouldWriteFilesWhereTheUserSits() {
        jmpiexec("-n 4 -outfile-pattern /tmp/out.%h -errfile-pattern /tmp/err.%r sh -c 'echo $JMPI_RANK; echo e >&2'")
                .run()
                .expectSuccess()
                .expectOut("");
        String files = seat.shell("cd /tmp; sort out.h2; cat err.3; ls out.* err.* | wc -l; rm out.* err.*")
                .out();
        assertEquals("1\n2\ne\n7", files);
    }

    @Test
    void shouldWriteOnceWhatRanksOfAllHostsHaveInCommon() {
        String together = ": >$JMPI_RANK; while [ $(ls | wc -l) -lt 4 ]; do sleep 0.05; done; ";
        JobResult result = jmpiexec(
                        "-m -wdir " + JobRun.workDirectory("merge") + " -n 4 sh -c '" + together + "echo hello'")
                .run()
                .expectSuccess();
        result.expectOut("0-3: hello\n");
    }

    @Test
    void shouldGiveTheInputToRanksOfAllHosts() {
        JobResult result = seat.shell("printf 'a\\nb\\n' | jmpiexec -l -s 0,2-3 -n 4 cat")
                .run()
                .expectSuccess();
        assertEquals(List.of("0: a", "0: b", "2: a", "2: b", "3: a", "3: b"), result.sortedOut(), result::inFull);
    }

    @Test
    void shouldBindRanksOnEachHost() {
        JobResult result = jmpiexec("-n 4 -bind-to hwthread sh -c 'grep Cpus_allowed_list /proc/self/status'")
                .run()
                .expectSuccess();
        for (String line : result.outLines()) {
            assertTrue(line.matches("Cpus_allowed_list:\\s+\\d+"), result::inFull);
        }
    }

    @Test
    void shouldTellTheExitStatusesOfAllHosts() {
        JobResult result = jmpiexec(
                        "-n 3 -ecfn /tmp/codes -print-all-exitcodes true : -n 1 -host h3 sh -c 'sleep 1; exit 7'")
                .run()
                .expectStatus(7);
        result.expectErrContains("rank 3 on h3 (pid ", "sh -c sleep 1; exit 7) exited with status 7");
        result.expectErrContains("exit statuses: 0 of ranks 0-2, 7 of rank 3\n");
        String codes = seat.shell("cat /tmp/codes; rm /tmp/codes").out();
        assertTrue(
                codes.matches("(?s).*<exit-code rank=\"2\" status=\"0\" pid=\"\\d+\" host=\"h2\"/>\n"
                        + " *<exit-code rank=\"3\" status=\"7\" pid=\"\\d+\" host=\"h3\"/>\n.*"),
                codes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | -hosts h1,h9 true | -hosts: host h9 is not in the ring, which has h1, h2, h3; jmpdboot boots rings",
                "2 | -iface 10.99.0.0/16 -n 2 true | -iface 10.99.0.0/16: host h1 has no address in that network",
                "2 | -host h3 -wdir /tmp/own2 true | h3: no such directory to start in: /tmp/own2",
                "127 | -n 2 no-such-program | program not found: no-such-program",
            })
    void shouldRefuseWithOneClearLine(int status, String line, String message) {
        JobResult result = jmpiexec(line).run().expectStatus(status);
        result.expectErrContains("jmpiexec: ", message).expectOut("");
    }

    @Test
    void shouldReadProgramsFromAFile() throws Exception {
        Path file = Files.createTempFile(Path.of(JobRun.classes()), "programs", ".conf");
        try {
            Files.writeString(file, "# two\n-n 1 -host h3 hostname\n-n 2 -host \\\n  h1,h2 hostname\n");
            JobResult result = jmpiexec("-l -configfile " + file).run().expectSuccess();
            assertEquals(List.of("0: h3", "1: h1", "2: h2"), result.sortedOut(), result::inFull);
        } finally {
            Files.delete(file);
        }
    }
}
