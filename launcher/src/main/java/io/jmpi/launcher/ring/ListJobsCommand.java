package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.ListJobs;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.RankOfJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code jmpdlistjobs}: the processes of the jobs in the ring. */
final class ListJobsCommand extends ToolCommand {

    @Override
    public Usage usage() {
        return new Usage("jmpdlistjobs", "", "Lists the processes of the jobs that run in the ring.")
                .option("-j --jobid", "JOB", "of one job only")
                .option("-a --alias", "ALIAS", "of jobs with this alias only")
                .option("-u --user", "USER", "of this user only");
    }

    @Override
    int run(ConsoleClient client, CommandLine line, Terminal terminal) throws IOException {
        ListJobs wanted = ListJobs.newBuilder()
                .setJob(line.value("-j", line.value("-a", "")))
                .setUser(line.value("-u", ""))
                .build();
        List<RankOfJob> ranks = new ArrayList<>();
        for (Answer answer :
                askAll(client, Question.newBuilder().setListJobs(wanted).build(), terminal)) {
            ranks.addAll(answer.getReply().getListJobs().getRanksList());
        }
        ranks.sort(Comparator.comparing(RankOfJob::getJob).thenComparingInt(RankOfJob::getRank));
        for (RankOfJob rank : ranks) {
            terminal.out("jobid    = " + rank.getJob());
            terminal.out("jobalias = " + rank.getAlias());
            terminal.out("username = " + rank.getUser());
            terminal.out("host     = " + rank.getHost());
            terminal.out("pid      = " + rank.getPid());
            // each process leads a session of its own
            terminal.out("sid      = " + rank.getPid());
            terminal.out("rank     = " + rank.getRank());
            terminal.out("pgm      = " + rank.getProgram());
            terminal.out("");
        }
        return 0;
    }
}
