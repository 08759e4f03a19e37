package io.jmpi.it.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.JobResult;
import io.jmpi.it.JobRun;
import io.jmpi.it.Needs;
import io.jmpi.it.RunningJob;
import io.jmpi.it.hosts.ContainerCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The cluster that README tells to start: the samples' file for {@code docker compose}. */
class ComposeIT {

    private static final Path FILE =
            JobRun.distribution("../../../samples/compose.yaml").normalize();
    private static final String PROJECT = "jmpi-it-" + ProcessHandle.current().pid();
    private static final int NODES = 3;
    private static final long JOIN_NANOS = 60_000_000_000L;

    /** Part of the command docker, or the older program of its own. */
    private static final List<List<String>> NAMES = List.of(List.of("docker", "compose"), List.of("docker-compose"));

    private List<String> program;

    private static boolean isThere(List<String> name) {
        try {
            List<String> words = new ArrayList<>(name);
            words.add("version");
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JobResult compose(String line) {
        List<String> words = new ArrayList<>(program);
        words.addAll(List.of("-p", PROJECT, "-f", FILE.toString()));
        words.addAll(List.of(line.split(" ")));
        Path output = JobRun.workDirectory("compose");
        Path out = output.resolve("out");
        Path err = output.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(ContainerCluster.imageSettings());
        try (RunningJob job =
                new RunningJob(builder.start(), String.join(" ", words), Duration.ofSeconds(120), out, err, List::of)) {
            return job.result();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void shouldRunAJobOnAllContainers() {
        ContainerCluster.isNeeded();
        program = NAMES.stream().filter(ComposeIT::isThere).findFirst().orElse(null);
        Needs.that(program != null, "docker compose");
        try {
            compose("up -d --build --scale node=" + NODES).expectStatus(0);
            awaitRing();
            JobResult result = compose("exec -T head jmpiexec -n 8 java -jar /samples/jmpi-samples.jar hello")
                    .expectStatus(0);
            TreeSet<String> hosts = new TreeSet<>();
            for (String line : result.outLines()) {
                assertTrue(line.startsWith("Hello from rank "), line);
                hosts.add(line.substring(line.lastIndexOf(' ') + 1));
            }
            assertEquals(8, result.outLines().size(), result::inFull);
            assertEquals(1 + NODES, hosts.size(), result::inFull);
        } finally {
            compose("down --volumes --timeout 5").expectStatus(0);
        }
    }

    private void awaitRing() {
        long end = System.nanoTime() + JOIN_NANOS;
        JobResult seen = compose("exec -T head jmpdtrace");
        while ((seen.status() != 0 || seen.outLines().size() < 1 + NODES) && System.nanoTime() < end) {
            seen = compose("exec -T head jmpdtrace");
        }
        assertEquals(
                1 + NODES,
                seen.outLines().size(),
                () -> compose("logs --no-color").out());
    }
}
