package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.KillJob;
import io.jmpi.daemon.control.Question;
import java.io.IOException;

/** {@code jmpdkilljob}: ends a job. */
final class KillJobCommand extends ToolCommand {

    @Override
    public Usage usage() {
        return new Usage("jmpdkilljob", "[JOB]", "Ends a job; jmpdlistjobs tells the names of jobs.")
                .option("-a --alias", "ALIAS", "the job with this alias");
    }

    @Override
    int run(ConsoleClient client, CommandLine line, Terminal terminal) throws CommandException, IOException {
        String job = line.value(
                "-a", line.operands().isEmpty() ? "" : line.operands().get(0));
        if (job.isEmpty() || line.operands().size() > (line.has("-a") ? 0 : 1)) {
            throw CommandException.usage("give one JOB, or -a ALIAS");
        }
        KillJob kill = KillJob.newBuilder().setJob(job).build();
        return expectJobs(client, Question.newBuilder().setKillJob(kill).build(), job, terminal);
    }
}
