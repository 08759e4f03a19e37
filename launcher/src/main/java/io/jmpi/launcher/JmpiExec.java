package io.jmpi.launcher;

import io.jmpi.daemon.head.EmbeddedNode;
import io.jmpi.daemon.head.Head;
import io.jmpi.daemon.program.Distribution;
import io.jmpi.daemon.program.Program;
import io.jmpi.daemon.program.ProgramException;
import io.jmpi.daemon.program.ProgramFinder;
import io.jmpi.daemon.program.RankArchive;
import io.jmpi.daemon.program.RankCommands;
import io.jmpi.daemon.supervise.Input;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.RankSpec;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command {@code jmpiexec}: a job on this machine, from the command line to the exit status. */
public final class JmpiExec {

    private static final int CANNOT_START = 1;

    /** Variables that would reach the JVM of the launcher itself come under names of our own, from the script. */
    private static final String[] KEPT_VARIABLES = {"JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"};

    private static final String KEPT_PREFIX = "JMPI_KEPT_";

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
        } catch (UsageException e) {
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
        Screen screen = new Screen(0, false, false, options.verbose());
        Distribution distribution = Distribution.ofThisProcess();
        LauncherArchive.makeIfMissing(distribution, screen);
        String java = ProgramFinder.find("java", new File("/"), System.getenv("PATH"));
        RankArchive.find(java, distribution, screen);
        String home = System.getenv("JAVA_HOME");
        if (home != null && !home.isEmpty()) {
            RankArchive.find(home + "/bin/java", distribution, screen);
        }
        return 0;
    }

    private static int launch(Options options) throws IOException, InterruptedException {
        Screen screen = new Screen(options.ranks(), false, options.label(), options.verbose());
        Distribution distribution = Distribution.ofThisProcess();
        LauncherArchive.makeIfMissing(distribution, screen);
        RankCommands commands = options.archive()
                ? RankCommands.recording(distribution, screen)
                : RankCommands.of(distribution, screen);
        Head head = new Head(job(options), options.timeoutMillis(), System.in, new EmbeddedNode(commands), screen);
        new SignalWatch(head).run();
        int status = head.run();
        if (options.archive()) {
            File archive = commands.makeArchive(status == 0);
            screen.note(archive == null ? "no class-data archive was written" : "wrote " + archive);
        }
        return status;
    }

    private static JobSpec job(Options options) {
        int size = options.ranks();
        Program program = Program.here(options.command(), directory(options), environmentChanges(options));
        List<RankSpec> ranks = new ArrayList<>(size);
        RankSpec other = new RankSpec(program, Input.NOTHING);
        for (int rank = 0; rank < size; rank++) {
            ranks.add(rank == 0 ? new RankSpec(program, input()) : other);
        }
        boolean ownOutput = size == 1 && !options.label();
        return JobSpec.here(jobName(), ranks, ownOutput);
    }

    private static Map<String, String> environmentChanges(Options options) {
        Map<String, String> changes = new HashMap<>();
        for (String name : KEPT_VARIABLES) {
            String kept = System.getenv(KEPT_PREFIX + name);
            if (kept != null) {
                changes.put(name, kept);
                changes.put(KEPT_PREFIX + name, null);
            }
        }
        changes.putAll(options.environment());
        return changes;
    }

    private static File directory(Options options) {
        File here = new File(System.getProperty("user.dir"));
        if (options.directory() == null) {
            return here;
        }
        File directory = ProgramFinder.resolve(here, options.directory());
        if (!directory.isDirectory()) {
            throw new UsageException("-wdir " + options.directory() + ": no such directory");
        }
        return directory;
    }

    private static String jobName() {
        return System.getProperty("jmpi.pid", "0") + "-" + Long.toHexString(System.currentTimeMillis());
    }

    /** The script tells what the standard input is, which Java does not know. */
    private static Input input() {
        String input = System.getProperty("jmpi.input", "stream");
        if (input.equals("dialogue")) {
            return Input.DIALOGUE;
        }
        return input.equals("terminal") ? Input.TERMINAL : Input.STREAM;
    }
}
