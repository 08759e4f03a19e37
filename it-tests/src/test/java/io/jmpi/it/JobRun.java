package io.jmpi.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line of {@code jmpiexec} in the making. Begins with the options; what is to be run comes last.
 *
 * <p>Standard input is empty unless given; output goes to files, so that no job ever waits for its reader.
 */
public final class JobRun {

    /**
     * Options of JVMs of which many share few processors, where what they do is over before the second compiler is of use:
     * without it, and with a collector that has no threads, they need half of the time.
     */
    public static final List<String> LEAN = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final Path HOME =
            Path.of(System.getProperty("jmpi.home")).toAbsolutePath().normalize();
    private static final Path WORK = Path.of(System.getProperty("jmpi.it.work"));
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<String> prefix = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private List<String> command = List.of();
    private Jdk jdk = Jdk.own();
    private Duration limit = LIMIT;
    private Path directory = Path.of("").toAbsolutePath();
    private Redirect input = Redirect.from(new File("/dev/null"));

    private JobRun() {}

    /** With options of {@code jmpiexec}. */
    static JobRun jmpiexec(String... options) {
        JobRun run = new JobRun();
        run.options.addAll(Arrays.asList(options));
        return run;
    }

    /** With a number of ranks. */
    static JobRun ranks(int count) {
        return jmpiexec("-n", Integer.toString(count));
    }

    /** A file of the distribution. */
    public static Path distribution(String name) {
        return HOME.resolve(name);
    }

    /** The compiled programs of these tests. */
    public static String classes() {
        return Path.of(System.getProperty("jmpi.it.classes")).toAbsolutePath().toString();
    }

    /** A fresh directory, kept after the tests. */
    public static Path workDirectory(String name) {
        try {
            Files.createDirectories(WORK);
            return Files.createTempDirectory(WORK.toAbsolutePath(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs launcher and ranks on a JDK. */
    JobRun on(Jdk chosen) {
        jdk = chosen;
        return this;
    }

    JobRun limit(long seconds) {
        limit = Duration.ofSeconds(seconds);
        return this;
    }

    JobRun in(Path workingDirectory) {
        directory = workingDirectory;
        return this;
    }

    /** Sets a variable for the launcher. */
    JobRun with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    JobRun over(Transport transport) {
        environment.putAll(transport.environment());
        return this;
    }

    JobRun reading(Path file) {
        input = Redirect.from(file.toFile());
        return this;
    }

    /** Lets the test write the standard input. */
    JobRun readingFromTest() {
        input = Redirect.PIPE;
        return this;
    }

    /** Has the launcher started by another program. */
    JobRun startedBy(String... words) {
        prefix.addAll(Arrays.asList(words));
        return this;
    }

    /** More options of the ranks' JVMs. */
    JobRun jvm(String... words) {
        jvmOptions.addAll(Arrays.asList(words));
        return this;
    }

    /** The same in JVMs of which there are many. */
    JobRun lean() {
        jvmOptions.addAll(LEAN);
        return this;
    }

    /** What the ranks run: one of the test programs. */
    JobRun program(Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>(List.of(jdk.java()));
        words.addAll(jvmOptions);
        words.addAll(List.of("-cp", classes(), main.getName()));
        words.addAll(Arrays.asList(arguments));
        command = words;
        return this;
    }

    /** What the ranks run: any program. */
    JobRun command(String... words) {
        command = Arrays.asList(words);
        return this;
    }

    JobResult run() {
        try (RunningJob job = start()) {
            return job.result();
        }
    }

    RunningJob start() {
        List<String> words = new ArrayList<>(prefix);
        words.add(distribution("bin/jmpiexec").toString());
        words.addAll(options);
        words.addAll(command);
        Path output = workDirectory("job");
        Path out = output.resolve("out");
        Path err = output.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectInput(input)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", jdk.home().toString());
        // No daemon of whoever runs the tests.
        builder.environment().put("JMPD_TMPDIR", output.toString());
        builder.environment().remove("JMPI_RING");
        builder.environment().putAll(environment);
        NothingLeft.mark(builder);
        try {
            Process process = builder.start();
            NothingLeft.started(process.pid());
            String mark = NothingLeft.markOfThisTest();
            return new RunningJob(
                    process, String.join(" ", words), limit, out, err, () -> Processes.withEnvironment(mark));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
