package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.programs.HelloProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs of {@code jmpiexec} with many programs, and where and how these are started. */
@ExtendWith(NothingLeft.class)
class LauncherProgramsIT {

    @Test
    void shouldRunManyProgramsAsOneJob() throws IOException {
        Path directory = JobRun.workDirectory("programs");
        Path file = directory.resolve("job");
        Files.writeString(
                file,
                "# a job of five ranks\n"
                        + "-n 2 -env ROLE 'the first' sh -c 'echo $JMPI_RANK/$JMPI_SIZE $ROLE $COMMON'\n\n"
                        + "-n 3 -wdir /usr -umask 27 -env ROLE \\\n  second sh -c 'echo $JMPI_RANK $PWD $ROLE $(umask)'\n");
        List<String> expected = List.of(
                "0/5 the first common",
                "1/5 the first common",
                "2 /usr second 0027",
                "3 /usr second 0027",
                "4 /usr second 0027");
        JobResult fromFile = JobRun.jmpiexec("-genv", "COMMON", "common", "-configfile", file.toString())
                .run()
                .expectSuccess();
        assertEquals(expected, fromFile.sortedOut(), fromFile::inFull);
        JobResult fromLine = JobRun.jmpiexec("-genv", "COMMON", "common")
                .command(
                        "-n",
                        "2",
                        "-env",
                        "ROLE",
                        "the first",
                        "sh",
                        "-c",
                        "echo $JMPI_RANK/$JMPI_SIZE $ROLE $COMMON",
                        ":",
                        "-n",
                        "3",
                        "-wdir",
                        "/usr",
                        "-umask",
                        "27",
                        "-env",
                        "ROLE",
                        "second",
                        "sh",
                        "-c",
                        "echo $JMPI_RANK $PWD $ROLE $(umask)")
                .run()
                .expectSuccess();
        assertEquals(expected, fromLine.sortedOut(), fromLine::inFull);
    }

    /** Ranks of two Java programs and MPI between them. */
    @Test
    void shouldJoinProgramsInOneWorld() {
        JobResult result = JobRun.jmpiexec("-n", "1")
                .program(
                        HelloProgram.class,
                        "x",
                        ":",
                        "-n",
                        "2",
                        Jdk.own().java(),
                        "-cp",
                        JobRun.classes(),
                        HelloProgram.class.getName())
                .run()
                .expectSuccess();
        assertEquals(
                List.of("argument x", "hello from 0 of 3", "hello from 1 of 3", "hello from 2 of 3"),
                result.sortedOut(),
                result::inFull);
    }

    @Test
    void shouldTellWhichProgramFailed() {
        JobRun.jmpiexec("-n", "2")
                .command("sleep", "1000", ":", "sh", "-c", "exit 9", "worker")
                .run()
                .expectStatus(9)
                .expectErrContains("rank 2 on ", ", sh -c exit 9 worker) exited with status 9");
    }

    @Test
    void shouldGiveTheVariablesChosen() {
        String script = "echo \"$A,$B,$C\"";
        for (String[] line : new String[][] {
            {"-envlist", "A", "a,,"},
            {"-genvlist", "A,C", "a,,c"},
            {"-x", "B", "a,b,c"},
        }) {
            JobRun.jmpiexec("-n", "2", line[0], line[1])
                    .command("sh", "-c", script)
                    .with("A", "a")
                    .with("B", "b")
                    .with("C", "c")
                    .run()
                    .expectSuccess()
                    .expectOut(line[2] + "\n" + line[2] + "\n");
        }
        JobRun.jmpiexec("-envnone", "-x", "B", "-env", "D", "d")
                .command("env")
                .with("A", "a")
                .with("B", "b")
                .run()
                .expectSuccess()
                .expectOutContains("B=b\n", "D=d\n");
    }

    @Test
    void shouldLookForAProgramWhereTold() throws IOException {
        Path directory = JobRun.workDirectory("path");
        Path program = Files.writeString(directory.resolve("my-own-program"), "#!/bin/sh\necho found $1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        JobRun.jmpiexec("-path", "/no/such:" + directory)
                .command("my-own-program", "it")
                .run()
                .expectSuccess()
                .expectOut("found it\n");
    }

    @Test
    void shouldBindRanksToProcessors() {
        JobResult result = JobRun.jmpiexec("-n", "2", "-bind-to", "hwthread")
                .command("sh", "-c", "echo $JMPI_RANK $(grep Cpus_allowed_list /proc/self/status)")
                .run()
                .expectSuccess();
        for (String line : result.outLines()) {
            assertTrue(line.matches("[01] Cpus_allowed_list: \\d+"), result::inFull);
        }
    }

    @Test
    void shouldTakeItsOwnNamesForHosts() throws IOException {
        Path file = Files.writeString(JobRun.workDirectory("hosts").resolve("hosts"), "localhost slots=2 # here\n");
        for (String[] options : new String[][] {
            {"-host", "localhost"},
            {"-hosts", Processes.hostName() + ":4"},
            {"-f", file.toString()},
            {"-machinefile", file.toString(), "-ppn", "1"},
            {"--hostfile", file.toString(), "--map-by", "node"},
            {"-1", "-iface", "lo"}
        }) {
            JobRun.jmpiexec(options)
                    .command("-n", "3", "echo", "x")
                    .run()
                    .expectSuccess()
                    .expectOut("x\nx\nx\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-host no.such.host.invalid | -host: host no.such.host.invalid is not this one, which is @HOST, and"
                        + " there is no ring of daemons; boot one: jmpdboot -n HOSTS -f FILE",
                "-f @FILE | @FILE:3: host no.such.host.invalid is not this one, which is @HOST, and there is no ring"
                        + " of daemons; boot one: jmpdboot -n HOSTS -f FILE",
                "-iface nosuch0 | -iface nosuch0: this host has no such interface; ip addr lists them",
            })
    void shouldRefuseHostsThatItCannotReach(String options, String message) throws IOException {
        Path file = JobRun.workDirectory("hosts").resolve("hosts");
        Files.writeString(file, "# two hosts\nlocalhost\nno.such.host.invalid:2\n");
        JobRun.jmpiexec(options.replace("@FILE", file.toString()).split(" "))
                .command("true")
                .run()
                .expectStatus(2)
                .expectErr("jmpiexec: "
                        + message.replace("@FILE", file.toString()).replace("@HOST", Processes.hostName())
                        + "\n");
    }
}
