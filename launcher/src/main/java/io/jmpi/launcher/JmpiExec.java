package io.jmpi.launcher;

import io.jmpi.daemon.Job;
import io.jmpi.daemon.JobSpec;
import io.jmpi.daemon.RankSpec;
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
            return e.status();
        } catch (IOException e) {
            System.err.println("jmpiexec: " + e.getMessage());
            return CANNOT_START;
        } catch (InterruptedException e) {
            return CANNOT_START;
        }
    }

    private static int prepare(Options options) {
        Screen screen = new Screen(0, false, options.verbose());
        Distribution distribution = Distribution.ofThisLauncher();
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
        Map<String, String> changes = environmentChanges(options);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(changes);
        File directory = directory(options);
        List<String> command = options.command();
        command.set(0, ProgramFinder.find(command.get(0), directory, environment.get("PATH")));
        Screen screen = new Screen(options.ranks(), options.label(), options.verbose());
        Distribution distribution = Distribution.ofThisLauncher();
        LauncherArchive.makeIfMissing(distribution, screen);
        RankCommands commands = RankCommands.of(command, directory, environment, options, distribution, screen);
        List<RankSpec> ranks = new ArrayList<>(options.ranks());
        for (int rank = 0; rank < options.ranks(); rank++) {
            ranks.add(new RankSpec(commands.command(rank), directory, changes));
        }
        boolean ownOutput = options.ranks() == 1 && !options.label();
        JobSpec spec = new JobSpec(jobName(), ranks, input(), ownOutput, options.timeoutMillis());
        Job job = new Job(spec, screen);
        new SignalWatch(job).run();
        int status = job.run();
        commands.finish(status);
        return status;
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
    private static JobSpec.Input input() {
        String input = System.getProperty("jmpi.input", "stream");
        if (input.equals("dialogue")) {
            return JobSpec.Input.DIALOGUE;
        }
        return input.equals("terminal") ? JobSpec.Input.TERMINAL : JobSpec.Input.STREAM;
    }
}
