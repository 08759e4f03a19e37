package io.jmpi.it.hosts;

import io.jmpi.it.JobRun;
import io.jmpi.it.RunningJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program that makes a cluster with programs on it, tells the numbers of all processes, and waits to be killed. */
final class ClusterMaker {

    static final String READY = "ready";

    private ClusterMaker() {}

    public static void main(String[] args) throws IOException {
        Cluster cluster = NamespaceCluster.start(Wiring.of(2));
        for (Host host : cluster.hosts()) {
            host.shell("echo begun; sleep 100").start().awaitOutput("begun");
            host.processes().forEach(System.out::println);
        }
        System.out.println(READY);
        System.in.read();
    }

    /** Runs it in a JVM of its own. */
    static RunningJob start() {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        for (String property : List.of("jmpi.home", "jmpi.samples", "jmpi.it.work")) {
            words.add("-D" + property + "=" + System.getProperty(property));
        }
        words.addAll(List.of("-cp", JobRun.classes(), ClusterMaker.class.getName()));
        Path output = JobRun.workDirectory("maker");
        Path out = output.resolve("out");
        Path err = output.resolve("err");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new RunningJob(
                    process, String.join(" ", words), Duration.ofSeconds(30), out, err, () -> List.of(process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
