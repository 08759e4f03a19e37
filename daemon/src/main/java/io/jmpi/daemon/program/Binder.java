package io.jmpi.daemon.program;

import java.io.File;
import java.util.List;

/** Binds ranks to processors with {@code taskset}: Java has no means of its own. */
final class Binder {

    private static final String[] PLACES = {"/usr/bin/taskset", "/bin/taskset", "/usr/local/bin/taskset"};

    private final Processors processors;
    private final String program;

    Binder(Processors processors, String program) {
        this.processors = processors;
        this.program = program;
    }

    static Binder ofThisHost() {
        for (String place : PLACES) {
            if (new File(place).canExecute()) {
                return new Binder(new Processors(new File("/")), place);
            }
        }
        return new Binder(new Processors(new File("/")), null);
    }

    /**
     * What the command of a bound rank begins with.
     *
     * @throws ProgramException when this host has no means to bind
     */
    List<String> prefix(Binding binding, int localRank) {
        if (program == null) {
            throw new ProgramException(
                    ProgramException.NOT_FOUND,
                    "cannot bind ranks: this host has no program taskset; install util-linux, or leave out -bind-to");
        }
        List<String> groups = processors.groups(binding);
        return List.of(program, "-c", groups.get(localRank % groups.size()));
    }
}
