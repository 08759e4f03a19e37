package io.jmpi.launcher;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.Purpose;
import io.jmpi.daemon.head.Head;
import io.jmpi.daemon.program.Distribution;
import io.jmpi.daemon.program.Rehearsal;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.RankSpec;
import io.jmpi.job.JobKey;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A run of the launcher that loads the classes which launches load, so that they get into its class-data archive. Started
 * by {@link LauncherArchive} only.
 */
final class Training {

    private Training() {}

    /** @param args the path of a {@code java} program, and of a jar file with a main class */
    public static void main(String[] args) {
        String java = args[0];
        Rehearsal.run(java, args[1], Distribution.ofThisProcess());
        JmpiExec.run(new String[] {"-n", "1", "true"});
        JmpiExec.run(new String[] {"-l", "-n", "2", "sh", "-c", "echo; exit $JMPI_RANK"});
        JmpiExec.run(new String[] {"-host", "localhost", "-m", "-env", "A", "b", "echo", ":", "-n", "2", "echo"});
        rehearseRing();
        Runtime.getRuntime().halt(0);
    }

    private static void rehearseRing() {
        try {
            Options options = Options.parse(new String[] {"-l", "true"}, null);
            List<RankSpec> ranks = new RankMaker(options, true).ranks();
            List<NodeHost> hosts = List.of(new NodeHost("here", List.of("127.0.0.1")));
            JobSpec job = new JobSpec("job", "", Placement.onOneNode(1), hosts, JobKey.random(), ranks, false, false);
            Screen screen = new Screen(new Terminal(false), job, options);
            new Head(job, 0, List.of(), InputStream.nullInputStream(), io.jmpi.daemon.job.Rehearsal.nodes(), screen)
                    .run();
            ConsoleClient.open(Purpose.TOOL).close();
        } catch (IOException | InterruptedException e) {
            // There is no daemon here, which was to be expected.
        }
    }
}
