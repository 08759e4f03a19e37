package io.jmpi.daemon.program;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A class-data archive: classes as the JVM wants them in memory, which it maps instead of loading them one by one.
 *
 * <p>It holds the classes that a training run has loaded, the JDK's too, and takes the place of the JDK's own archive. On
 * top of that one, as a dynamic archive, a rank took 5 to 10 ms more of processor time to start.
 *
 * <p>There is one for each JVM build. It is made when it is missing, beside the jars where that is allowed, else in the
 * user's cache; an empty file in its place says that it cannot be made, so that nobody tries again and again. Each is
 * made under a name of its own and renamed, so that launchers that start at the same moment do no harm.
 */
public final class ClassArchive {

    private static final long PATIENCE_SECONDS = 60;
    private static final String MADE_IN = "# made in ";

    private ClassArchive() {}

    /** Options for a JVM to use an archive, and not to say a word should it not fit. */
    static List<String> use(String archive, int feature) {
        List<String> options = silence(feature);
        options.addAll(inPlace(feature));
        options.add("-XX:SharedArchiveFile=" + archive);
        return options;
    }

    /**
     * Options for a JVM to map its archives, its own and ours, at the address they were made for. Else it moves them to a
     * random one, and so touches and changes 7 MiB: 4 ms of the 30 ms of processor time that a plain JVM takes to start,
     * and a fifth of the time that sixteen take at once.
     */
    static List<String> inPlace(int feature) {
        return feature >= 17 ? List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0") : List.of();
    }

    /** Options for a JVM to note in a file the classes that it loads. */
    static List<String> record(File classes) {
        List<String> options = new ArrayList<>();
        options.add("-Xshare:auto");
        options.add("-XX:DumpLoadedClassList=" + classes);
        return options;
    }

    private static List<String> silence(int feature) {
        List<String> options = new ArrayList<>();
        options.add("-Xlog:cds=off");
        options.add("-Xlog:cds+dynamic=off");
        if (feature >= 24) {
            options.add("-Xlog:aot=off");
        }
        return options;
    }

    /**
     * Finds an archive.
     *
     * @param name path below one of the directories
     * @param jars the files it depends on; an older archive does not count, nor one made elsewhere: the JVM does not take
     *     the archive of a distribution that was copied or moved
     * @return the archive, empty if it cannot be made; null if there is none
     */
    public static File find(File[] directories, String name, File... jars) {
        for (File directory : directories) {
            if (directory != null) {
                File archive = new File(directory, name);
                if (archive.exists() && isNewerThan(archive, jars) && isMadeIn(jars[0].getParent(), archive)) {
                    return archive;
                }
            }
        }
        return null;
    }

    /** Whether an archive was made after all the files it depends on; the JVM does not take an older one. */
    static boolean isNewerThan(File archive, File... jars) {
        long made = archive.lastModified();
        for (File jar : jars) {
            if (jar.lastModified() > made) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMadeIn(String directory, File archive) {
        Path kept = kept(archive).toPath();
        if (!Files.exists(kept)) {
            return true;
        }
        try (BufferedReader lines = Files.newBufferedReader(kept)) {
            return (MADE_IN + directory).equals(lines.readLine());
        } catch (IOException e) {
            return false;
        }
    }

    /** A file that can be written, for an archive of this name, null if there is no place for it. */
    public static File place(File[] directories, String name) {
        for (File directory : directories) {
            if (directory != null) {
                File archive = new File(directory, name);
                File parent = archive.getParentFile();
                if ((parent.isDirectory() || parent.mkdirs()) && parent.canWrite()) {
                    return archive;
                }
            }
        }
        return null;
    }

    /**
     * Makes an archive of what a training run loads.
     *
     * @param java a {@code java} program
     * @param classPath the class path of the training, with which the paths of later runs must begin
     * @param training options, main class and arguments
     * @return whether the archive is there now; else an empty file is
     */
    public static boolean make(String java, String classPath, List<String> training, File archive) {
        File classes = classes(archive);
        List<String> words = new ArrayList<>();
        words.add(java);
        words.addAll(record(classes));
        words.add("-cp");
        words.add(classPath);
        words.addAll(training);
        boolean made = run(words) && makeFrom(classes, java, classPath, archive) && keep(classes, classPath, archive);
        classes.delete();
        if (!made) {
            touch(archive);
        }
        return made;
    }

    private static boolean keep(File classes, String classPath, File archive) {
        File first = new File(classPath.split(File.pathSeparator, 2)[0]);
        List<String> lines = new ArrayList<>();
        lines.add(MADE_IN + first.getParent());
        try {
            lines.addAll(Files.readAllLines(classes.toPath()));
            Files.write(kept(archive).toPath(), lines);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Adds the classes of an archive that was made of a training run to those noted in a file. */
    static void addClassesOf(File archive, File classes) {
        try {
            List<String> more = Files.readAllLines(kept(archive).toPath());
            Files.write(classes.toPath(), more, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // it will hold less
        }
    }

    /** Where an archive was made, and the names of its classes. */
    private static File kept(File archive) {
        return new File(archive.getPath() + ".classes");
    }

    /** Makes an archive of the classes noted in a file. */
    static boolean makeFrom(File classes, String java, String classPath, File archive) {
        File temporary = temporary(archive);
        try {
            List<String> words = List.of(
                    java,
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + classes,
                    "-XX:SharedArchiveFile=" + temporary,
                    "-cp",
                    classPath);
            return run(words) && temporary.length() > 0 && temporary.renameTo(archive);
        } finally {
            temporary.delete();
        }
    }

    private static boolean run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        Iterator<String> names = builder.environment().keySet().iterator();
        while (names.hasNext()) {
            if (names.next().startsWith("JMPI_")) {
                names.remove();
            }
        }
        // No training has to do with the user's daemon.
        builder.environment().put("JMPD_CON_EXT", "training");
        try {
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Makes an empty file. */
    public static void touch(File file) {
        try {
            file.createNewFile();
        } catch (IOException e) {
            // then the next launch tries again
        }
    }

    /** A file for the names of the classes that go into an archive. */
    static File classes(File archive) {
        return new File(temporary(archive).getPath() + ".classes");
    }

    /** The name under which an archive is made. */
    private static File temporary(File archive) {
        return new File(archive.getPath() + "." + ProcessHandle.current().pid());
    }
}
