package io.jmpi.daemon.program;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands of a node's ranks: the user's own, or for {@code java} one with what a rank needs. Used by one thread. */
public final class RankCommands {

    private static final String JAVA = "java";

    private final Distribution distribution;
    private final Setting setting;
    private final Details details;
    private final boolean records;
    private Program last;
    private List<String> lastCommand;
    private Binder binder;
    private RankJava recorded;
    private File archive;

    private RankCommands(Distribution distribution, Setting setting, Details details, boolean records) {
        this.distribution = distribution;
        this.setting = setting;
        this.details = details;
        this.records = records;
    }

    public static RankCommands of(Distribution distribution, Setting setting, Details details) {
        return new RankCommands(distribution, setting, details, false);
    }

    /** Commands that have rank 0 note its classes, for an archive that belongs to the application alone. */
    public static RankCommands recording(Distribution distribution, Setting setting, Details details) {
        return new RankCommands(distribution, setting, details, true);
    }

    /**
     * The command of a rank, which is one of this host's by its number.
     *
     * @throws ProgramException when this host cannot run it
     */
    public List<String> command(int rank, int localRank, Program program) {
        if (records && rank == 0) {
            return start(recordingCommand(program), localRank, program);
        }
        if (program != last) {
            lastCommand = command(program);
            last = program;
        }
        return start(lastCommand, localRank, program);
    }

    /** What the rank has from the moment it runs: its mask of permissions, its processors. */
    private List<String> start(List<String> command, int localRank, Program program) {
        if (program.umask() == null && program.binding() == Binding.NONE) {
            return command;
        }
        List<String> words = new ArrayList<>();
        if (program.binding() != Binding.NONE) {
            if (binder == null) {
                binder = Binder.ofThisHost();
            }
            words.addAll(binder.prefix(program.binding(), localRank));
        }
        if (program.umask() != null) {
            words.addAll(List.of("/bin/sh", "-c", "umask \"$0\" && exec \"$@\"", program.umask()));
        }
        words.addAll(command);
        return words;
    }

    private List<String> command(Program program) {
        Map<String, String> environment = program.environmentHere();
        List<String> words = find(program, environment);
        if (!JavaCommand.isJava(words.get(0))) {
            return words;
        }
        JavaCommand command = JavaCommand.parse(words, program.directory(), environment);
        RankJava java = new RankJava(command, distribution, setting);
        JavaInstallation installation = JavaInstallation.of(java.program());
        int feature = installation == null ? 0 : installation.feature();
        List<String> archiveOptions = java.mayUseArchives() ? ClassArchive.inPlace(feature) : List.of();
        if (!records && java.fitsArchive() && feature > 0) {
            File found = java.hasOwnArchive(installation)
                    ? java.ownArchive(installation)
                    : RankArchive.find(java.program(), installation, distribution, setting, details);
            if (found != null && found.length() > 0) {
                details.detail("class-data archive " + found);
                archiveOptions = ClassArchive.use(found.getPath(), feature);
            }
        }
        return java.command(feature, archiveOptions);
    }

    private List<String> recordingCommand(Program program) {
        Map<String, String> environment = program.environmentHere();
        List<String> words = find(program, environment);
        if (!JavaCommand.isJava(words.get(0))) {
            throw new ProgramException(ProgramException.BAD_USAGE, "--archive is for java -jar APP.jar");
        }
        JavaCommand command = JavaCommand.parse(words, program.directory(), environment);
        RankJava java = new RankJava(command, distribution, setting);
        JavaInstallation installation = JavaInstallation.of(java.program());
        archive = java.ownArchive(installation);
        if (archive == null) {
            throw new ProgramException(
                    ProgramException.BAD_USAGE, "--archive is for java -jar APP.jar without options about archives");
        }
        recorded = java;
        return java.command(installation.feature(), ClassArchive.record(ClassArchive.classes(archive)));
    }

    /** The words of the command, the first one a path. */
    private static List<String> find(Program program, Map<String, String> environment) {
        if (!program.directory().isDirectory()) {
            throw new ProgramException(
                    ProgramException.BAD_USAGE, "no such directory to start in: " + program.directory());
        }
        for (String file : program.files()) {
            File there = ProgramFinder.resolve(program.directory(), file);
            if (!there.exists()) {
                throw new ProgramException(
                        ProgramException.NOT_FOUND,
                        "no such file: " + there + "; bring it to this host too, or let --stage do it");
            }
        }
        List<String> words = new ArrayList<>(program.command());
        String path = program.searchPath() == null ? environment.get("PATH") : program.searchPath();
        words.set(0, find(words.get(0), program.directory(), path));
        return words;
    }

    /** A host without {@code java} on that path still has the one that this process runs on. */
    private static String find(String name, File directory, String path) {
        try {
            return ProgramFinder.find(name, directory, path);
        } catch (ProgramException e) {
            File own = new File(System.getProperty("java.home"), "bin/java");
            if (name.equals(JAVA) && own.canExecute()) {
                return own.getPath();
            }
            throw e;
        }
    }

    /**
     * Makes archives of what rank 0 has noted, when the job is over: for jobs on one host and on several.
     *
     * @param success whether the job has done what it should
     * @return the archives that were made
     */
    public List<File> makeArchives(boolean success) {
        if (recorded == null) {
            return List.of();
        }
        File classes = ClassArchive.classes(archive);
        List<File> made = new ArrayList<>();
        if (success) {
            for (boolean networked : new boolean[] {false, true}) {
                Setting there = new Setting(setting.crowded(), networked);
                addArchive(there, classes, made);
            }
        }
        classes.delete();
        return made;
    }

    private void addArchive(Setting there, File classes, List<File> made) {
        String program = recorded.program();
        File everyRank = RankArchive.find(program, distribution, there, details);
        if (everyRank != null) {
            // What was recorded is one rank's: others may need what this one did not, as TCP.
            ClassArchive.addClassesOf(everyRank, classes);
        }
        RankJava java = recorded.in(there);
        File own = java.ownArchive(JavaInstallation.of(program));
        if (ClassArchive.makeFrom(classes, program, java.archiveClassPath(), own)) {
            made.add(own);
        }
    }
}
