package io.jmpi.daemon.supervise;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** How a process is started as the leader of a session of its own, where the system has the means. */
final class Session {

    private static final String[] PLACES = {"/usr/bin/setsid", "/bin/setsid", "/usr/local/bin/setsid"};

    private final String program;

    private Session(String program) {
        this.program = program;
    }

    static Session find() {
        for (String place : PLACES) {
            if (new File(place).canExecute()) {
                return new Session(place);
            }
        }
        return new Session(null);
    }

    /** The command that starts another one in a session of its own, with the same process id. */
    List<String> command(List<String> command) {
        if (program == null) {
            return command;
        }
        List<String> inSession = new ArrayList<>(command.size() + 1);
        inSession.add(program);
        inSession.addAll(command);
        return inSession;
    }
}
