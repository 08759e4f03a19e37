package io.jmpi.it.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jmpi.it.JobRun;
import io.jmpi.it.RunningJob;
import io.jmpi.it.hosts.Cluster;
import io.jmpi.it.hosts.Host;
import io.jmpi.it.hosts.HostCommand;
import java.util.List;
import java.util.TreeSet;

/** A ring of daemons on all hosts of a cluster, and the user who sits at the first one. */
final class Ring {

    private static final String HOST_FILE = "/tmp/mpd.hosts";

    private final Cluster cluster;
    private final Host seat;

    private Ring(Cluster cluster) {
        this.cluster = cluster;
        this.seat = cluster.host(1);
    }

    /** Boots it by ssh. */
    static Ring boot(Cluster cluster) {
        Ring ring = new Ring(cluster);
        ring.writeHostFile();
        ring.bootCommand().run().expectSuccess().expectOut("");
        return ring;
    }

    private void writeHostFile() {
        StringBuilder line = new StringBuilder("printf '%s\\n' '# the hosts of this cluster'");
        cluster.hosts().forEach(host -> line.append(' ').append(host));
        seat.shell(line + " >" + HOST_FILE).run().expectSuccess();
    }

    private HostCommand bootCommand() {
        return seat.command("jmpdboot", "-n", Integer.toString(cluster.hosts().size()), "-f", HOST_FILE);
    }

    /** What the user types. */
    HostCommand command(String... words) {
        return seat.command(words);
    }

    /** A job of a sample. */
    HostCommand sample(String options, String line) {
        return job(options, "java -jar " + Cluster.SAMPLES + " " + line);
    }

    /** A job of a program of these tests. */
    HostCommand program(String options, Class<?> main, String line) {
        return job(options, "java -cp " + JobRun.classes() + " " + main.getName() + " " + line);
    }

    /** A job of any program. */
    HostCommand job(String options, String line) {
        return seat.command(("jmpiexec " + options + " " + line).split(" "));
    }

    /** The members, as one of them sees them: itself first. Those that do not answer are told on standard error. */
    static List<String> trace(Host from) {
        return from.command("jmpdtrace").run().outLines();
    }

    /** Waits until a member sees exactly some hosts in the ring. */
    static void awaitMembers(Host from, Host... expected) {
        TreeSet<String> names = new TreeSet<>();
        for (Host host : expected) {
            names.add(host.name());
        }
        long end = System.nanoTime() + 30_000_000_000L;
        List<String> seen = trace(from);
        while (!new TreeSet<>(seen).equals(names) && System.nanoTime() < end) {
            seen = trace(from);
        }
        assertEquals(names, new TreeSet<>(seen), "members as " + from + " sees them");
        assertEquals(from.name(), seen.get(0));
        assertEquals(names.size(), seen.size(), () -> "one line for each");
    }

    /** Ends all daemons, and waits until nothing runs and no file of JMPI is left on any host. */
    void end() {
        seat.command("jmpdallexit").run().expectSuccess().expectOut("");
        for (Host host : cluster.hosts()) {
            expectNothingOn(host);
        }
    }

    /** Waits for a host to become as it was. */
    private static void expectNothingOn(Host host) {
        long end = System.nanoTime() + 10_000_000_000L;
        String left = leftOn(host);
        while (!left.isEmpty() && System.nanoTime() < end) {
            left = leftOn(host);
        }
        assertEquals("", left, "left on " + host);
    }

    /** A daemon's log is meant to be left, in the directory that it shares with the console. */
    private static String leftOn(Host host) {
        String files = host.shell("find /tmp/jmp* /dev/shm/* ! -name 'jmpd-*' ! -path '*/jmpd-*/log*'")
                .run()
                .out();
        StringBuilder left = new StringBuilder(files);
        host.programs().forEach(program -> left.append(program).append('\n'));
        return left.toString();
    }

    /** The number, on its host, of the process that is a rank of a job. */
    static long awaitRank(RunningJob job, Host host, int rank) {
        String[] found = {""};
        job.await("rank " + rank + " on " + host, () -> {
            found[0] = host.shell("grep -lzx JMPI_RANK=" + rank + " /proc/[0-9]*/environ 2>&-")
                    .run()
                    .out();
            return !found[0].isEmpty();
        });
        return Long.parseLong(found[0].split("/")[2]);
    }
}
