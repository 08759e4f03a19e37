package io.jmpi.launcher;

import io.jmpi.daemon.head.EmbeddedNode;
import io.jmpi.daemon.head.Head;
import io.jmpi.daemon.program.Distribution;
import io.jmpi.daemon.program.ProgramException;
import io.jmpi.daemon.program.ProgramFinder;
import io.jmpi.daemon.program.RankArchive;
import io.jmpi.daemon.program.RankCommands;
import io.jmpi.daemon.supervise.Host;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.RankSpec;
import io.jmpi.launcher.place.Hosts;
import io.jmpi.launcher.place.HostsException;
import java.io.File;
import java.io.IOException;
import java.util.List;

/** The command {@code jmpiexec}: a job on this machine, from the command line to the exit status. */
public final class JmpiExec {

    private static final int CANNOT_START = 1;

    private JmpiExec() {}

    /**
     * Does not return.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        Runtime.getRuntime().halt(run(args));
    }

    static int run(String[] args) {
        try {
            Options options = Options.parse(args, System.getenv(Options.TIMEOUT_VARIABLE));
            if (options.help()) {
                System.out.print(Option.help());
                return 0;
            }
            if (options.version()) {
                System.out.println(
                        "jmpiexec (JMPI) " + JmpiExec.class.getPackage().getImplementationVersion());
                return 0;
            }
            return options.prepare() ? prepare(options) : launch(options);
        } catch (UsageException | HostsException e) {
            System.err.println("jmpiexec: " + e.getMessage());
            return UsageException.STATUS;
        } catch (ProgramException e) {
            System.err.println("jmpiexec: " + e.getMessage());
            return e.status();
        } catch (IOException e) {
            System.err.println("jmpiexec: " + e.getMessage());
            return CANNOT_START;
        } catch (InterruptedException e) {
            return CANNOT_START;
        }
    }

    private static int prepare(Options options) {
        Terminal terminal = new Terminal(options.verbose());
        Distribution distribution = Distribution.ofThisProcess();
        LauncherArchive.makeIfMissing(distribution, terminal);
        String java = ProgramFinder.find("java", new File("/"), System.getenv("PATH"));
        RankArchive.find(java, distribution, terminal);
        String home = System.getenv("JAVA_HOME");
        if (home != null && !home.isEmpty()) {
            RankArchive.find(home + "/bin/java", distribution, terminal);
        }
        return 0;
    }

    private static int launch(Options options) throws IOException, InterruptedException {
        if (options.concernsHosts()) {
            options.place(Hosts.here(Host.name(), Runtime.getRuntime().availableProcessors()));
        }
        List<RankSpec> ranks = new RankMaker(options, false).ranks();
        boolean ownOutput = ranks.size() == 1 && options.output().isPlain();
        JobSpec job = JobSpec.here(jobName(), ranks, ownOutput);
        Terminal terminal = new Terminal(options.verbose());
        Screen screen = new Screen(terminal, job, options);
        Distribution distribution = Distribution.ofThisProcess();
        LauncherArchive.makeIfMissing(distribution, terminal);
        RankCommands commands = options.archive()
                ? RankCommands.recording(distribution, terminal)
                : RankCommands.of(distribution, terminal);
        Head head = new Head(job, options.timeoutMillis(), System.in, new EmbeddedNode(commands), screen);
        new SignalWatch(head).run();
        int status = head.run();
        try {
            screen.finish(options.output());
        } catch (IOException e) {
            terminal.note(e.getMessage());
            status = status == 0 ? CANNOT_START : status;
        }
        if (options.archive()) {
            File archive = commands.makeArchive(status == 0);
            terminal.note(archive == null ? "no class-data archive was written" : "wrote " + archive);
        }
        return status;
    }

    private static String jobName() {
        return System.getProperty("jmpi.pid", "0") + "-" + Long.toHexString(System.currentTimeMillis());
    }
}
