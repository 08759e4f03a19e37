package io.jmpi.daemon.program;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A {@code java} command, taken apart as the {@code java} program does it.
 *
 * <p>Options come first, and some of them take the next word as their value; {@code -jar} and the like say what the first
 * word is that is no option; everything after it belongs to the application. Argument files are expanded.
 */
final class JavaCommand {

    /** What a command starts. */
    enum Mode {
        CLASS,
        JAR,
        SOURCE,
        MODULE,
        /** Nothing, for example {@code java -version}. */
        NOTHING
    }

    private static final String[] WITH_VALUE = {
        "-cp",
        "-classpath",
        "--class-path",
        "-p",
        "--module-path",
        "--upgrade-module-path",
        "--add-modules",
        "--limit-modules",
        "--enable-native-access",
        "--add-exports",
        "--add-opens",
        "--add-reads",
        "--patch-module",
        "-m",
        "--module",
        "-d",
        "--describe-module",
        "--source",
        "--illegal-native-access",
        "--sun-misc-unsafe-memory-access",
        "--enable-final-field-mutation",
        "--illegal-final-field-mutation",
    };

    private static final String[] ARCHIVE_CHOICES = {
        "-Xshare:",
        "-XX:SharedArchiveFile=",
        "-XX:ArchiveClassesAtExit=",
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedClassListFile=",
        "-XX:DumpLoadedClassList=",
        "-XX:AOT",
        "-XX:+RecordDynamicDumpInfo",
        "-XX:ArchiveRelocationMode=",
        "-XX:+UseZGC",
        "-XX:-UseCompressed",
    };

    private final File directory;
    private final String program;
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private boolean expandsFiles = true;
    private boolean choosesArchive;
    private String classPath;
    private Mode mode = Mode.NOTHING;
    private String target;

    private JavaCommand(String program, File directory) {
        this.program = program;
        this.directory = directory;
    }

    static boolean isJava(String program) {
        return new File(program).getName().equals("java");
    }

    /**
     * Takes a command apart.
     *
     * @param command the path of the {@code java} program and what follows it
     * @param directory where it will be started
     * @param environment in which it will be started
     * @throws ProgramException when an argument file cannot be read
     */
    static JavaCommand parse(List<String> command, File directory, Map<String, String> environment) {
        JavaCommand parsed = new JavaCommand(command.get(0), directory);
        parsed.classPath = environment.get("CLASSPATH");
        parsed.lookAtVariable(environment.get("JDK_JAVA_OPTIONS"));
        parsed.takeApart(command.subList(1, command.size()));
        return parsed;
    }

    /** What the variable sets stays there, but decides what is to be added here. */
    private void lookAtVariable(String value) {
        if (value != null && !value.isEmpty()) {
            JavaCommand variable = new JavaCommand(program, directory);
            variable.takeApart(ArgumentFile.parseVariable(value));
            choosesArchive = variable.choosesArchive;
            if (variable.classPath != null) {
                classPath = variable.classPath;
            }
        }
    }

    private void takeApart(List<String> words) {
        Mode asked = Mode.CLASS;
        List<String> rest = new ArrayList<>(words);
        int i = 0;
        while (i < rest.size()) {
            String word = rest.get(i);
            if (expandsFiles && word.startsWith("@") && word.length() > 1) {
                i = expand(rest, i);
                continue;
            }
            if (!word.startsWith("-")) {
                target(asked == Mode.CLASS && isSource(word) ? Mode.SOURCE : asked, word);
                arguments.addAll(rest.subList(i + 1, rest.size()));
                return;
            }
            String value = takesValue(word) && i + 1 < rest.size() ? unescaped(rest.get(++i)) : null;
            if (isModuleTarget(word)) {
                target(Mode.MODULE, word);
                options.add(word);
                addIfAny(options, value);
                arguments.addAll(rest.subList(i + 1, rest.size()));
                return;
            }
            if (word.equals("-jar")) {
                asked = Mode.JAR;
            } else {
                asked = word.equals("--source") || word.startsWith("--source=") ? Mode.SOURCE : asked;
                option(word, value);
            }
            i++;
        }
    }

    private void target(Mode what, String word) {
        mode = what;
        target = word;
    }

    private void option(String word, String value) {
        if (word.equals("-cp") || word.equals("-classpath") || word.equals("--class-path")) {
            classPath = value == null ? "" : value;
        } else if (word.startsWith("--class-path=")) {
            classPath = word.substring(word.indexOf('=') + 1);
        } else if (word.startsWith("-Djava.class.path=")) {
            classPath = word.substring(word.indexOf('=') + 1);
        } else {
            expandsFiles &= !word.equals("--disable-@files");
            for (String choice : ARCHIVE_CHOICES) {
                choosesArchive |= word.startsWith(choice);
            }
            options.add(word);
            addIfAny(options, value);
        }
    }

    private static void addIfAny(List<String> list, String value) {
        if (value != null) {
            list.add(value);
        }
    }

    /** Puts the words of an argument file in the place of its name; "@@word" is a plain "@word". */
    private int expand(List<String> words, int at) {
        String word = words.remove(at);
        if (word.startsWith("@@")) {
            words.add(at, word.substring(1));
            // A word that begins so is no option: it is the main class, whatever sense that makes.
            target(Mode.CLASS, word.substring(1));
            arguments.addAll(words.subList(at + 1, words.size()));
            words.clear();
            return 0;
        }
        String name = word.substring(1);
        try {
            words.addAll(at, ArgumentFile.read(ProgramFinder.resolve(directory, name)));
        } catch (IOException e) {
            throw new ProgramException(
                    ProgramException.BAD_USAGE, "cannot read the argument file " + name + " of the java command");
        }
        return at;
    }

    private String unescaped(String value) {
        return expandsFiles && value.startsWith("@@") ? value.substring(1) : value;
    }

    private static boolean takesValue(String word) {
        for (String option : WITH_VALUE) {
            if (option.equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isModuleTarget(String word) {
        return word.equals("-m") || word.equals("--module") || word.startsWith("--module=");
    }

    private boolean isSource(String word) {
        return word.endsWith(".java") && ProgramFinder.resolve(directory, word).isFile();
    }

    String program() {
        return program;
    }

    Mode mode() {
        return mode;
    }

    /** The main class, or the file that holds it. */
    String target() {
        return target;
    }

    /** The file that holds the application, for a jar or a source file. */
    File targetFile() {
        return ProgramFinder.resolve(directory, target);
    }

    /** The options but for the class path. */
    List<String> options() {
        return options;
    }

    /** What follows the target. */
    List<String> arguments() {
        return arguments;
    }

    /** The class path given with the command or by a variable, null if none is. */
    String classPath() {
        return classPath;
    }

    /** Whether the user has decided about class-data archives. */
    boolean choosesArchive() {
        return choosesArchive;
    }
}
