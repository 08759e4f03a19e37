package io.jmpi.daemon.program;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds to a {@code java} command what a rank needs and the user did not give: JMPI on the class path, native access, the
 * class-data archive.
 *
 * <p>JMPI's jar comes first in the class path: so it is the one that fits this launcher, and the class path begins like
 * the one the archive was made with, without which the JVM would not take it. For the same reason {@code -jar app.jar}
 * becomes a class path and the jar's main class.
 *
 * <p>The libraries come next where ranks are on several hosts, which then have JMPI's and no other version of theirs; else
 * last, for to look for the application's classes a JVM opens every jar before the one that has them, and opening nine takes
 * two thirds of the processor's time of a plain JVM's start.
 */
final class RankJava {

    private static final int NATIVE_ACCESS_SINCE = 22;

    private static final int QUIET_SINCE = 17;

    /** Tried on 17 only; a JVM does not start with an option that it has no more. */
    private static final int REFINEMENT_SERVICE_UNTIL = 18;

    private static final int SAMPLING_UNTIL = 24;

    private final JavaCommand command;
    private final Distribution distribution;
    private final Setting setting;
    private final JarManifest manifest;

    RankJava(JavaCommand command, Distribution distribution, Setting setting) {
        this.command = command;
        this.distribution = distribution;
        this.setting = setting;
        this.manifest = command.mode() == JavaCommand.Mode.JAR ? JarManifest.read(command.targetFile()) : null;
    }

    /** Whether a JVM is started and the user has not decided about archives. */
    boolean mayUseArchives() {
        return command.mode() != JavaCommand.Mode.NOTHING && !command.choosesArchive();
    }

    /** Whether the class path begins with JMPI's jar, as an archive demands. */
    boolean fitsArchive() {
        switch (command.mode()) {
            case CLASS:
            case SOURCE:
                return mayUseArchives();
            case JAR:
                return mayUseArchives() && isRewritten();
            default:
                return false;
        }
    }

    /**
     * The archive that belongs to an application in a jar, whether it exists or not: beside the jar, for one build of a JVM
     * and one class path. Null for others.
     */
    File ownArchive(JavaInstallation installation) {
        if (installation == null || !fitsArchive() || command.mode() != JavaCommand.Mode.JAR) {
            return null;
        }
        String jar = jar();
        String stem = jar.endsWith(".jar") ? jar.substring(0, jar.length() - ".jar".length()) : jar;
        return new File(stem + "-" + RankArchive.name(installation, setting));
    }

    /** Whether the application's own archive is there and not older than the application, or than JMPI. */
    boolean hasOwnArchive(JavaInstallation installation) {
        File archive = ownArchive(installation);
        return archive != null
                && archive.length() > 0
                && ClassArchive.isNewerThan(archive, command.targetFile())
                && ClassArchive.isNewerThan(archive, distribution.rankJars());
    }

    /** The same on another host, or on this one alone. */
    RankJava in(Setting others) {
        return new RankJava(command, distribution, others);
    }

    /** The class path of an application in a jar. */
    String archiveClassPath() {
        return classPath(jar());
    }

    /** The application's jar by the same name from wherever it is started: the JVM compares names. */
    private String jar() {
        return command.targetFile().toPath().normalize().toString();
    }

    /** The {@code java} program. */
    String program() {
        return command.program();
    }

    /**
     * The command for a rank.
     *
     * @param feature the feature release of the JVM, 0 when it is not known
     * @param archiveOptions options that use or make an archive
     */
    List<String> command(int feature, List<String> archiveOptions) {
        List<String> words = new ArrayList<>();
        words.add(command.program());
        words.addAll(archiveOptions);
        boolean startsSomething = command.mode() != JavaCommand.Mode.NOTHING;
        if (feature >= NATIVE_ACCESS_SINCE && startsSomething) {
            words.add("--enable-native-access=ALL-UNNAMED");
        }
        if (feature >= QUIET_SINCE && startsSomething) {
            addQuiet(words, feature);
            addCompileCommands(words);
        }
        switch (command.mode()) {
            case CLASS:
                addWithClassPath(words, or(command.classPath(), "."), command.target());
                break;
            case SOURCE:
                addWithClassPath(words, command.classPath(), command.target());
                break;
            case JAR:
                addJar(words);
                break;
            default:
                if (command.classPath() != null) {
                    words.add("-cp");
                    words.add(command.classPath());
                }
                words.addAll(command.options());
                break;
        }
        words.addAll(command.arguments());
        return words;
    }

    /**
     * Options that let an idle JVM sleep: by default it samples its counters for jstat 20 times a second, looks for monitors to
     * deflate 4 times and, on 17, at G1's sets of references 3 times, which is most of what an idle rank does.
     */
    private static void addQuiet(List<String> words, int feature) {
        words.add("-XX:+UnlockDiagnosticVMOptions");
        words.add("-XX:AsyncDeflationInterval=2000");
        if (feature < REFINEMENT_SERVICE_UNTIL) {
            words.add("-XX:G1ConcRefinementServiceIntervalMillis=2000");
        }
        if (feature < SAMPLING_UNTIL) {
            words.add("-XX:PerfDataSamplingInterval=1000");
        }
    }

    /** What the compiler is to know of JMPI is in a file for each case, which says why. */
    private void addCompileCommands(List<String> words) {
        File file = distribution.compileCommands(setting.crowded());
        if (file.exists()) {
            words.add("-XX:CompileCommandFile=" + file);
        }
    }

    private void addWithClassPath(List<String> words, String classPath, String target) {
        words.addAll(command.options());
        words.add("-cp");
        words.add(classPath(classPath));
        words.add(escaped(target));
    }

    private String classPath(String application) {
        String path = distribution.rankClassPath(setting.networked());
        if (application != null) {
            path += File.pathSeparator + application;
        }
        return path + distribution.rankClassPathEnd(setting.networked());
    }

    private void addJar(List<String> words) {
        if (isRewritten()) {
            words.addAll(manifest.options());
            addWithClassPath(words, jar(), manifest.mainClass());
        } else {
            words.add("-Xbootclasspath/a:" + distribution.rankBootPath());
            words.addAll(command.options());
            words.add("-jar");
            words.add(escaped(command.target()));
        }
    }

    /** A word that begins with "@" would be taken for an argument file. */
    private static String escaped(String word) {
        return word.startsWith("@") ? "@" + word : word;
    }

    private boolean isRewritten() {
        return manifest != null && manifest.mainClass() != null && manifest.isExpressible();
    }

    private static String or(String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
