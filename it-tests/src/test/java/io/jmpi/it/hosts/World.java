package io.jmpi.it.hosts;

import io.jmpi.it.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The namespaces around a {@link NamespaceCluster}. Whatever is started in them ends with them, and they end with this
 * JVM, however that ends: their first process waits for the end of a pipe.
 */
final class World implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final long INTERVAL_MILLIS = 5;

    private final Process process;
    private final long first;

    /** Makes it; what its first process complains of goes to a file in a directory. */
    World(Path directory) {
        Path log = directory.resolve("world");
        try {
            process = new ProcessBuilder(
                            "unshare",
                            "--mount",
                            "--net",
                            "--pid",
                            "--fork",
                            "--kill-child",
                            "sh",
                            script("network.sh").toString())
                    .redirectError(log.toFile())
                    .start();
            String line = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (line == null) {
                throw new IllegalStateException("no namespaces: " + Files.readString(log));
            }
            first = Long.parseLong(line.substring("world ".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path script(String name) {
        try {
            return Path.of(World.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of the first process. */
    long firstProcess() {
        return first;
    }

    /** Runs lines of the command {@code ip}, in the outer namespace or, if one is named, in an inner one. */
    void ip(String namespace, List<String> lines) {
        List<String> words = new ArrayList<>(List.of("ip"));
        if (namespace != null) {
            words.addAll(List.of("-n", namespace));
        }
        words.addAll(List.of("-batch", "-"));
        try {
            Process ip = inside(words.toArray(String[]::new))
                    .redirectErrorStream(true)
                    .start();
            try (var out = ip.outputWriter(StandardCharsets.UTF_8)) {
                out.write(String.join("\n", lines) + "\n");
            }
            String said = new String(ip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (ip.waitFor() != 0) {
                throw new IllegalStateException(said + "of\n" + String.join("\n", lines));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A process that belongs to this world. */
    ProcessBuilder inside(String... words) {
        List<String> line =
                new ArrayList<>(List.of("nsenter", "--target", Long.toString(first), "--mount", "--net", "--pid"));
        line.addAll(Arrays.asList(words));
        return new ProcessBuilder(line);
    }

    /** Waits until a process has said something into a file, and returns the line. */
    static String awaitLine(Process speaker, Path file, String beginning) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (true) {
                boolean last = !speaker.isAlive();
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith(beginning)) {
                        return line;
                    }
                }
                if (last || System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "waited in vain for <" + beginning + ">\n" + Files.readString(file));
                }
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends everything in it, and waits for that. */
    @Override
    public void close() {
        Processes.signal("KILL", first);
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
