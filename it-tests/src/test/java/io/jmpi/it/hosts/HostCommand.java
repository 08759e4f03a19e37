package io.jmpi.it.hosts;

import io.jmpi.it.JobResult;
import io.jmpi.it.JobRun;
import io.jmpi.it.RunningJob;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A command for a host in the making; it runs there as one that somebody types, in the home directory. */
public final class HostCommand {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Host host;
    private final List<String> words;
    private final List<String> environment = new ArrayList<>();
    private Duration limit = LIMIT;
    private Redirect input = Redirect.from(new File("/dev/null"));

    HostCommand(Host host, String... words) {
        this.host = host;
        this.words = List.of(words);
    }

    /** Sets a variable. */
    public HostCommand with(String name, String value) {
        environment.add(name + "=" + value);
        return this;
    }

    public HostCommand limit(long seconds) {
        limit = Duration.ofSeconds(seconds);
        return this;
    }

    public HostCommand reading(Path file) {
        input = Redirect.from(file.toFile());
        return this;
    }

    /** Lets the test write the standard input. */
    public HostCommand readingFromTest() {
        input = Redirect.PIPE;
        return this;
    }

    public JobResult run() {
        try (RunningJob job = start()) {
            return job.result();
        }
    }

    /** The standard output of a command that succeeds, without the last line's end. */
    public String out() {
        return run().expectStatus(0).out().stripTrailing();
    }

    public RunningJob start() {
        List<String> line = new ArrayList<>(host.entry());
        if (!environment.isEmpty()) {
            line.add("env");
            line.addAll(environment);
        }
        line.addAll(words);
        Path output = JobRun.workDirectory(host.name());
        Path out = output.resolve("out");
        Path err = output.resolve("err");
        try {
            Process process = new ProcessBuilder(line)
                    .redirectInput(input)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            String shown = host + ": " + String.join(" ", words);
            return new RunningJob(process, shown, limit, out, err, host::processes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
