package io.jmpi.it.hosts;

import io.jmpi.it.JobRun;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The image of this project, built by the command that README tells, once in a run. It stays, so that the next build finds
 * most of it made.
 */
final class ProjectImage {

    private static final String NAME = "jmpi-it:latest";

    /** Names another base, for where the public one cannot be fetched. */
    private static final String BASE = System.getenv("JMPI_IT_BASE_IMAGE");

    private static boolean built;

    private ProjectImage() {}

    static synchronized String name() {
        if (!built) {
            build();
            built = true;
        }
        return NAME;
    }

    /** What {@code samples/compose.yaml} reads. */
    static Map<String, String> settings() {
        return BASE == null ? Map.of("IMAGE", NAME) : Map.of("IMAGE", NAME, "BASE", BASE);
    }

    private static void build() {
        List<String> words = new ArrayList<>(List.of("docker", "build", "--tag", NAME));
        if (BASE != null) {
            words.addAll(List.of("--build-arg", "BASE=" + BASE));
        }
        words.add(".");
        Path log = JobRun.workDirectory("image").resolve("log");
        File project = JobRun.distribution("../../..").toFile();
        try {
            int status = new ProcessBuilder(words)
                    .directory(project)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", words) + "\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
