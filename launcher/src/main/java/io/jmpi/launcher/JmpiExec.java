package io.jmpi.launcher;

import io.jmpi.daemon.console.ConsoleAddress;
import io.jmpi.daemon.head.EmbeddedNode;
import io.jmpi.daemon.head.Head;
import io.jmpi.daemon.head.Nodes;
import io.jmpi.daemon.head.StagedFile;
import io.jmpi.daemon.program.Distribution;
import io.jmpi.daemon.program.ProgramException;
import io.jmpi.daemon.program.ProgramFinder;
import io.jmpi.daemon.program.RankArchive;
import io.jmpi.daemon.program.RankCommands;
import io.jmpi.daemon.program.Setting;
import io.jmpi.daemon.supervise.Host;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.RankSpec;
import io.jmpi.launcher.place.Hosts;
import io.jmpi.launcher.place.HostsException;
import java.io.File;
import java.io.IOException;
import java.util.List;

/** The command {@code jmpiexec}: a job in a ring of daemons or on this host, from the command line to the exit status. */
public final class JmpiExec {

    private static final int CANNOT_START = 1;

    /** The daemon that serves a host without one, see {@code ConsoleClient}. */
    private static final String RING_VARIABLE = "JMPI_RING";

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
        prepare(java, distribution, terminal);
        String home = System.getenv("JAVA_HOME");
        if (home != null && !home.isEmpty()) {
            prepare(home + "/bin/java", distribution, terminal);
        }
        return 0;
    }

    private static void prepare(String java, Distribution distribution, Terminal terminal) {
        RankArchive.find(java, distribution, new Setting(false, false), terminal);
        RankArchive.find(java, distribution, new Setting(false, true), terminal);
    }

    private static int launch(Options options) throws IOException, InterruptedException {
        Terminal terminal = new Terminal(options.verbose());
        Distribution distribution = Distribution.ofThisProcess();
        LauncherArchive.makeIfMissing(distribution, terminal);
        List<StagedFile> staged = Staging.of(options.hosts().staged());
        RingLaunch ring = isRingWanted() && !options.archive() ? ring(options, terminal) : null;
        if (ring != null) {
            return run(options, ring.job(jobName(), options, !staged.isEmpty()), staged, ring.connect(), terminal);
        }
        if (options.concernsHosts()) {
            options.place(Hosts.here(Host.name(), Runtime.getRuntime().availableProcessors()));
        }
        List<RankSpec> ranks = new RankMaker(options, false).ranks();
        boolean ownOutput = ranks.size() == 1 && options.output().isPlain();
        JobSpec job = JobSpec.here(jobName(), ranks, !staged.isEmpty(), ownOutput);
        Setting here = job.setting(EmbeddedNode.NODE);
        RankCommands commands = options.archive()
                ? RankCommands.recording(distribution, here, terminal)
                : RankCommands.of(distribution, here, terminal);
        int status = run(options, job, staged, new EmbeddedNode(commands), terminal);
        if (options.archive()) {
            List<File> archives = commands.makeArchives(status == 0);
            if (archives.isEmpty()) {
                terminal.note("no class-data archive was written");
            }
            for (File archive : archives) {
                terminal.note("wrote " + archive);
            }
        }
        return status;
    }

    private static int run(Options options, JobSpec job, List<StagedFile> staged, Nodes nodes, Terminal terminal)
            throws IOException, InterruptedException {
        Screen screen = new Screen(terminal, job, options);
        Head head = new Head(job, options.timeoutMillis(), staged, StandardInput.open(), nodes, screen);
        new SignalWatch(head).run();
        int status = head.run();
        try {
            screen.finish(options.output());
        } catch (IOException e) {
            terminal.note(e.getMessage());
            return status == 0 ? CANNOT_START : status;
        }
        return status;
    }

    /** Looks no further than at a file: what talks to a daemon takes long to load. */
    private static boolean isRingWanted() {
        String elsewhere = System.getenv(RING_VARIABLE);
        return elsewhere != null && !elsewhere.isEmpty()
                || ConsoleAddress.ofThisUser().exists();
    }

    /** @return null when the daemon is dead, and the user has said nothing about hosts */
    private static RingLaunch ring(Options options, Terminal terminal) throws IOException {
        try {
            return RingLaunch.place(options);
        } catch (IOException e) {
            if (options.concernsHosts()) {
                throw e;
            }
            terminal.note(e.getMessage() + "; the job runs on this host alone");
            return null;
        }
    }

    private static String jobName() {
        return System.getProperty("jmpi.pid", "0") + "-" + Long.toHexString(System.currentTimeMillis());
    }
}
