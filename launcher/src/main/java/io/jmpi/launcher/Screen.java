package io.jmpi.launcher;

import io.jmpi.daemon.head.JobListener;
import io.jmpi.daemon.head.RankEnd;
import io.jmpi.daemon.supervise.Channel;
import io.jmpi.daemon.supervise.Host;
import io.jmpi.daemon.supervise.JobSpec;
import java.io.IOException;

/** What the user sees of a job, and in which form. Any thread may call. */
final class Screen implements JobListener {

    private static final int LONGEST_COMMAND = 60;

    private final Terminal terminal;
    private final JobSpec job;
    private final boolean hasManyPrograms;
    private final Labels labels;
    private final OutputFiles files;
    private final Merger merger;
    private final ExitCodes exitCodes;

    /** @throws IOException when the files that were asked for cannot be written */
    Screen(Terminal terminal, JobSpec job, Options options) throws IOException {
        OutputOptions output = options.output();
        this.terminal = terminal;
        this.job = job;
        this.hasManyPrograms = options.programs().size() > 1;
        this.labels = output.label() == null ? null : new Labels(pattern(output.label()), job.size());
        this.files = output.outFiles() == null && output.errFiles() == null ? null : openFiles(output);
        this.merger = output.merges() ? Merger.start(job.size(), terminal) : null;
        this.exitCodes = output.wantsExitCodes() ? new ExitCodes() : null;
    }

    private OutputFiles openFiles(OutputOptions output) throws IOException {
        OutputFiles opened = new OutputFiles(job.size());
        if (output.outFiles() != null) {
            opened.open(Channel.OUT, pattern(output.outFiles()));
        }
        if (output.errFiles() != null) {
            opened.open(Channel.ERR, pattern(output.errFiles()));
        }
        return opened;
    }

    private NamePattern pattern(String text) {
        return new NamePattern(text, job.placement(), job.hosts());
    }

    @Override
    public void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException {
        if (files != null && files.has(channel)) {
            files.write(rank, channel, labels, bytes, offset, length);
        } else if (merger != null) {
            merger.add(rank, channel, bytes, offset, length);
        } else {
            terminal.write(rank, channel, labels, bytes, offset, length);
        }
    }

    @Override
    public void onReady(String host, int ranks, int processors, String segment, int ringBytes) {
        if (terminal.isVerbose()) {
            note(ranks + (ranks == 1 ? " rank on " : " ranks on ") + processors + " processors of " + host);
            note("job segment " + segment + ", rings of " + ringBytes / 1024 + " KiB");
        }
    }

    @Override
    public void onDetail(String host, String text) {
        terminal.detail(host + ": " + text);
    }

    @Override
    public void onStarted(int rank, String host, long pid) {
        terminal.detail("rank " + rank + " started on " + host + ", pid " + pid);
    }

    @Override
    public void onEnded(int rank, String host, long pid, int status) {
        terminal.detail("rank " + rank + " ended, pid " + pid + ", status " + status);
        if (exitCodes != null) {
            exitCodes.add(rank, host, pid, status);
        }
    }

    @Override
    public void onOutputEnd(int rank) {
        if (merger != null) {
            merger.leave(rank);
        }
    }

    @Override
    public void onCannotStart(String host, String message) {
        note(job.hosts().size() > 1 || !host.equals(Host.name()) ? host + ": " + message : message);
    }

    @Override
    public void onFailure(RankEnd end, String host, boolean first) {
        String program = hasManyPrograms ? ", " + command(end.rank()) : "";
        String consequence = first && job.size() > 1 ? "; the job ends" : "";
        note("rank " + end.rank() + " on " + host + " (pid " + end.pid() + program + ") " + end.inWords()
                + consequence);
        if (first) {
            terminal.endLines();
        }
    }

    private String command(int rank) {
        String command = String.join(" ", job.ranks().get(rank).program().command());
        return command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND) + "...";
    }

    @Override
    public void onLost(String host, int[] running, String cause) {
        note(host + " is lost with " + Ranks.inWords(running) + ": " + cause + "; the job ends");
    }

    @Override
    public void onCut(int[] running, String cause) {
        String ranks = running.length == 0 ? "" : "; " + Ranks.inWords(running) + " still ran";
        note("the connection to the daemon is lost: " + cause + ranks + "; the job ends");
    }

    @Override
    public void onEndWanted(String by) {
        note(by + " ends the job");
    }

    @Override
    public void onNamed(String name) {
        terminal.detail("job " + name);
    }

    @Override
    public void onTimeout(int[] running) {
        note("the time given by -timeout is over while " + Ranks.inWords(running) + " still ran; the job ends");
    }

    @Override
    public void onKill(int[] running) {
        note(Ranks.inWords(running) + " did not end when told to; killed");
    }

    private void note(String text) {
        if (merger != null) {
            merger.writeAll();
        }
        terminal.note(text);
    }

    /**
     * Writes what is still to be written when the job is over.
     *
     * @throws IOException when it cannot be
     */
    void finish(OutputOptions output) throws IOException {
        if (merger != null) {
            merger.finish();
        }
        if (output.printsExitCodes()) {
            terminal.note("exit statuses: " + exitCodes.inWords());
        }
        if (output.exitCodeFile() != null) {
            exitCodes.write(output.exitCodeFile());
        }
    }
}
