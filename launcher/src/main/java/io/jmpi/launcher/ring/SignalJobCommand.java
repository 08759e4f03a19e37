package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.SignalJob;
import java.io.IOException;
import java.util.Locale;

/** {@code jmpdsigjob}: sends a signal to the processes of a job. */
final class SignalJobCommand extends ToolCommand {

    @Override
    public Usage usage() {
        return new Usage("jmpdsigjob", "SIGNAL", "Sends a signal, such as USR1, to the processes of a job.")
                .option("-j --jobid", "JOB", "to this job")
                .option("-a --alias", "ALIAS", "to the job with this alias")
                .option("-g", "", "to the groups of its processes, as always");
    }

    @Override
    int run(ConsoleClient client, CommandLine line, Terminal terminal) throws CommandException, IOException {
        String job = line.value("-j", line.value("-a", ""));
        if (line.operands().size() != 1 || job.isEmpty()) {
            throw CommandException.usage("give one SIGNAL, and -j JOB or -a ALIAS");
        }
        String signal = line.operands().get(0).toUpperCase(Locale.ROOT);
        SignalJob order = SignalJob.newBuilder()
                .setJob(job)
                .setSignal(signal.startsWith("SIG") ? signal.substring("SIG".length()) : signal)
                .build();
        return expectJobs(client, Question.newBuilder().setSignalJob(order).build(), job, terminal);
    }
}
