package io.jmpi.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A JDK that launcher and ranks run on. */
record Jdk(Path home, int feature) {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final int OLDEST = 17;

    /** The one that runs the tests. */
    static Jdk own() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** The one that runs the tests, then the newest other one that is installed, if there is one. */
    static List<Jdk> all() {
        TreeMap<Integer, Jdk> others = new TreeMap<>();
        for (Path home : directories()) {
            int feature = featureOf(home);
            if (feature >= OLDEST && feature != own().feature()) {
                others.put(feature, new Jdk(home, feature));
            }
        }
        List<Jdk> all = new ArrayList<>();
        all.add(own());
        if (!others.isEmpty()) {
            all.add(others.lastEntry().getValue());
        }
        return all;
    }

    private static List<Path> directories() {
        if (!Files.isDirectory(INSTALLED)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(INSTALLED)) {
            return found.filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int featureOf(Path home) {
        Properties release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            return 0;
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Runtime.Version.parse(version).feature();
    }

    String java() {
        return home.resolve("bin/java").toString();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
