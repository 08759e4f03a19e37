package io.jmpi.launcher;

import io.jmpi.daemon.program.NeededFiles;
import io.jmpi.daemon.program.Program;
import io.jmpi.daemon.program.ProgramFinder;
import io.jmpi.daemon.supervise.Input;
import io.jmpi.daemon.supervise.RankSpec;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes of what the user said what each rank is. */
final class RankMaker {

    private static final String PATH = "PATH";

    /** Tells ranks to talk in secret. */
    private static final String TLS = "JMPI_TLS";

    private final Options options;
    private final boolean elsewhere;
    private final Map<String, String> variables = UserEnvironment.all();
    private final boolean tls;

    /** @param elsewhere whether the ranks are started by other processes than this one */
    RankMaker(Options options, boolean elsewhere) {
        this.options = options;
        this.elsewhere = elsewhere;
        this.tls = options.hosts().tls();
        if (elsewhere) {
            variables.keySet().removeAll(Program.OF_HOST);
        }
    }

    /** All ranks of the job, program after program. */
    List<RankSpec> ranks() {
        List<RankSpec> ranks = new ArrayList<>(options.ranks());
        RankSet readers = options.output().readers();
        Input input = input(readers.count(options.ranks()) > 1 || elsewhere);
        for (ProgramOptions each : options.programs()) {
            Program program = program(each);
            RankSpec reader = new RankSpec(program, input);
            RankSpec other = new RankSpec(program, Input.NOTHING);
            for (int i = 0; i < each.ranks(); i++) {
                ranks.add(readers.contains(ranks.size()) ? reader : other);
            }
        }
        return ranks;
    }

    private Program program(ProgramOptions said) {
        boolean inherits = said.variables().inheritsAll() && !elsewhere;
        Map<String, String> environment;
        if (inherits) {
            environment = UserEnvironment.changes();
            environment.putAll(said.variables().added());
        } else {
            environment = said.variables().of(variables);
        }
        if (tls) {
            environment.put(TLS, "1");
        }
        File here = directory(said.directory());
        boolean staged = !options.hosts().staged().isEmpty();
        return new Program(
                said.command(),
                staged ? new File(said.directory() == null ? "" : said.directory()) : here,
                environment,
                inherits,
                elsewhere ? NeededFiles.of(said.command(), here, environment) : List.of(),
                searchPath(said),
                said.umask(),
                options.hosts().binding());
    }

    /** A rank that does not inherit {@code PATH} is found by it all the same. */
    private String searchPath(ProgramOptions said) {
        if (said.searchPath() == null && said.variables().inheritsAll()) {
            return null;
        }
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(said.variables().added());
        String path = all.get(PATH);
        if (said.searchPath() == null) {
            return path;
        }
        return path == null ? said.searchPath() : said.searchPath() + ":" + path;
    }

    private File directory(String said) {
        File here = new File(System.getProperty("user.dir"));
        if (said == null) {
            return here;
        }
        File directory = ProgramFinder.resolve(here, said);
        if (!elsewhere && options.hosts().staged().isEmpty() && !directory.isDirectory()) {
            throw new UsageException("-wdir " + said + ": no such directory");
        }
        return directory;
    }

    /** The script tells what the standard input is, which Java does not know. */
    private static Input input(boolean fed) {
        String input = System.getProperty("jmpi.input", "stream");
        if (input.equals("dialogue")) {
            return fed ? Input.FED_DIALOGUE : Input.DIALOGUE;
        }
        if (fed) {
            return Input.FED;
        }
        return input.equals("terminal") ? Input.TERMINAL : Input.STREAM;
    }
}
