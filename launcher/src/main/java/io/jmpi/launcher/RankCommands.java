package io.jmpi.launcher;

import java.io.File;
import java.util.List;
import java.util.Map;

/** The commands of the ranks: the user's own, or for {@code java} one with what a rank needs. */
final class RankCommands {

    private final List<String> forRankZero;
    private final List<String> forOthers;
    private final RankJava trained;
    private final File archive;
    private final Screen screen;

    private RankCommands(
            List<String> forRankZero, List<String> forOthers, RankJava trained, File archive, Screen screen) {
        this.forRankZero = forRankZero;
        this.forOthers = forOthers;
        this.trained = trained;
        this.archive = archive;
        this.screen = screen;
    }

    /** @param command the program as a path, and its arguments */
    static RankCommands of(
            List<String> command,
            File directory,
            Map<String, String> environment,
            Options options,
            Distribution distribution,
            Screen screen) {
        if (!JavaCommand.isJava(command.get(0))) {
            if (options.archive()) {
                throw new UsageException("--archive is for java -jar APP.jar");
            }
            return new RankCommands(command, command, null, null, screen);
        }
        RankJava java = new RankJava(JavaCommand.parse(command, directory, environment), distribution);
        JavaInstallation installation = JavaInstallation.of(command.get(0));
        int feature = installation == null ? 0 : installation.feature();
        if (options.archive()) {
            File archive = java.ownArchive(installation);
            if (archive == null) {
                throw new UsageException("--archive is for java -jar APP.jar without options about archives");
            }
            return new RankCommands(
                    java.command(feature, ClassArchive.record(ClassArchive.classes(archive))),
                    java.command(feature, List.of()),
                    java,
                    archive,
                    screen);
        }
        List<String> archiveOptions = java.mayUseArchives() ? ClassArchive.inPlace(feature) : List.of();
        if (java.fitsArchive() && feature > 0) {
            File archive = java.hasOwnArchive(installation)
                    ? java.ownArchive(installation)
                    : RankArchive.find(command.get(0), installation, distribution, screen);
            if (archive != null && archive.length() > 0) {
                screen.detail("class-data archive " + archive);
                archiveOptions = ClassArchive.use(archive.getPath(), feature);
            }
        }
        List<String> all = java.command(feature, archiveOptions);
        return new RankCommands(all, all, null, null, screen);
    }

    List<String> command(int rank) {
        return rank == 0 ? forRankZero : forOthers;
    }

    /** After a training run, makes the archive. */
    void finish(int status) {
        if (trained == null) {
            return;
        }
        File classes = ClassArchive.classes(archive);
        if (status == 0 && ClassArchive.makeFrom(classes, trained.program(), trained.archiveClassPath(), archive)) {
            screen.detail("wrote " + archive);
        } else {
            classes.delete();
            screen.note("no class-data archive was written");
        }
    }
}
