package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Channel;
import io.jmpi.daemon.supervise.Deadline;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.PartEvent;
import io.jmpi.daemon.supervise.PartOrder;
import io.jmpi.daemon.supervise.Signals;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The head of a job, from the first process to the last.
 *
 * <p>One thread calls {@link #run} and owns everything; other threads only hand it tasks.
 *
 * <pre>
 *             a rank fails, time is over, a signal             grace is over, second signal
 *   RUNNING ------------------------------------> ENDING ------------------------------------> KILLING
 *      |            ranks are told to end            |               ranks are killed             |
 *      +---------------------------------------------+--------------------------------------------+---> last rank ended
 * </pre>
 *
 * When the last rank has ended the parts finish: they pass on what output is left, however slow its reader, unless the job
 * was ended or is now. A node that does not answer in time when ranks are killed is given up.
 */
public final class Head implements NodesListener {

    /** Exit status when the time given to a job is over. */
    public static final int TIMED_OUT = 124;

    private static final int OUTPUT_LOST = Signals.STATUS_BASE + 13;

    private enum Phase {
        RUNNING,
        ENDING,
        KILLING
    }

    private final JobSpec job;
    private final long timeoutMillis;
    private final Supplies supplies;
    private final Nodes nodes;
    private final JobListener listener;
    private final Patience patience;
    private final LinkedBlockingQueue<HeadTask> tasks = new LinkedBlockingQueue<>();
    private final Census census;
    private final Output output;
    private final FailureReports reports;
    private final OpenNodes open;
    private Phase phase = Phase.RUNNING;
    private boolean finishing;
    private Deadline deadline = Deadline.NONE;
    private int told;
    private int imposedStatus;
    private boolean interruptIsKnown;
    private Runnable afterStop;
    private int stopping;

    /**
     * @param timeoutMillis after which the job is ended, 0 for never
     * @param staged what the hosts get before ranks start, if the job says that they do
     * @param input for the ranks that are fed
     */
    public Head(
            JobSpec job,
            long timeoutMillis,
            List<StagedFile> staged,
            InputStream input,
            Nodes nodes,
            JobListener listener) {
        this(job, timeoutMillis, staged, input, nodes, listener, Patience.USUAL);
    }

    Head(
            JobSpec job,
            long timeoutMillis,
            List<StagedFile> staged,
            InputStream input,
            Nodes nodes,
            JobListener listener,
            Patience patience) {
        this.patience = patience;
        this.job = job;
        this.timeoutMillis = timeoutMillis;
        this.supplies = new Supplies(job, staged, input, nodes);
        this.nodes = nodes;
        this.listener = listener;
        this.census = new Census(job.placement());
        this.output = new Output(nodes, listener, new Later());
        this.reports = new FailureReports(job.placement(), nodes, listener, output, patience);
        this.open = new OpenNodes(nodes, job.placement().nodes());
    }

    /**
     * Runs the job to its end.
     *
     * @return its exit status
     * @throws IOException when it could not be started; then nothing of it is left
     */
    public int run() throws IOException, InterruptedException {
        if (timeoutMillis > 0) {
            deadline = Deadline.in(timeoutMillis);
        }
        try (Nodes used = nodes) {
            used.start(job, this);
            supplies.startStaging(this);
            while (!census.isOver()) {
                handle(nextTask());
            }
            finishing = true;
            deadline = phase == Phase.RUNNING ? Deadline.NONE : Deadline.in(patience.answer());
            open.orderAll(new PartOrder.Finish(phase != Phase.RUNNING));
            while (open.count() > 0) {
                handle(nextTask());
            }
            reports.report();
        }
        return imposedStatus != 0 ? imposedStatus : ExitRule.jobStatus(census.ends());
    }

    /** Tells the job that the launcher was sent a signal that asks it to end. From any thread. */
    public void interrupt(int signal) {
        tasks.add(new HeadTask.Interrupt(signal));
    }

    /**
     * Stops the ranks, as a terminal's stop key asks for. From any thread.
     *
     * @param then what is to be done when all have been told
     */
    public void stop(Runnable then) {
        tasks.add(new HeadTask.Stop(then));
    }

    /** Lets the ranks go on after a stop. From any thread. */
    public void resume() {
        tasks.add(new HeadTask.Resume());
    }

    @Override
    public void onEvent(int node, PartEvent event) {
        if (!output.delays(node, event)) {
            tasks.add(new HeadTask.FromNode(node, event));
        }
    }

    @Override
    public void onAccepted(String name) {
        tasks.add(new HeadTask.Named(name));
    }

    @Override
    public void onCut(String cause) {
        tasks.add(new HeadTask.Cut(cause));
    }

    @Override
    public void onEndWanted(String by) {
        tasks.add(new HeadTask.End(by));
    }

    @Override
    public void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException {
        output.write(rank, channel, bytes, offset, length);
    }

    @Override
    public void onOutputFrom(int node, int rank, Channel channel, byte[] bytes, boolean more) {
        output.add(node, rank, channel, bytes, more);
    }

    /** What has waited for output of its node waits no longer. */
    private final class Later implements Output.Events {
        @Override
        public void onEvent(int node, PartEvent event) {
            tasks.add(new HeadTask.FromNode(node, event));
        }
    }

    /** @return null when a deadline is over */
    private HeadTask nextTask() throws InterruptedException {
        long millis = Math.min(deadline.millisLeft(), reports.deadline().millisLeft());
        return millis == Long.MAX_VALUE ? tasks.take() : tasks.poll(millis, TimeUnit.MILLISECONDS);
    }

    /** @param task null when a deadline is over */
    private void handle(HeadTask task) {
        if (task instanceof HeadTask.FromNode news) {
            onNews(news.node(), news.event());
        } else if (task instanceof HeadTask.Named named) {
            listener.onNamed(named.name());
        } else if (task instanceof HeadTask.Cut cut) {
            onCutNow(cut.cause());
        } else if (task instanceof HeadTask.End end) {
            if (phase == Phase.RUNNING) {
                listener.onEndWanted(end.by());
                endWith(Signals.STATUS_BASE + Signals.TERM, Signals.TERM);
            }
        } else if (task instanceof HeadTask.Interrupt interrupt) {
            onSignal(interrupt.signal());
        } else if (task instanceof HeadTask.Stop stop) {
            afterStop = stop.then();
            stopping = open.count();
            open.orderAll(new PartOrder.Signal("STOP"));
        } else if (task instanceof HeadTask.Resume) {
            open.orderAll(new PartOrder.Signal("CONT"));
        } else if (reports.deadline().millisLeft() == 0) {
            reports.report();
        } else {
            onDeadline();
        }
    }

    private void onNews(int node, PartEvent event) {
        if (event instanceof PartEvent.Started started) {
            onStarted(node, started.rank(), started.pid());
        } else if (event instanceof PartEvent.Ended ended) {
            onEnded(node, ended);
        } else if (event instanceof PartEvent.Advanced advanced) {
            census.advanced(advanced.rank(), advanced.state());
            judgeAgain();
        } else if (event instanceof PartEvent.Listening listening) {
            open.orderOthers(node, new PartOrder.Connect(listening.rank(), listening.port()));
        } else if (event instanceof PartEvent.OutputEnded ended) {
            reports.spoken(ended.rank());
            listener.onOutputEnd(ended.rank());
        } else if (event instanceof PartEvent.Signalled signalled) {
            if (signalled.name().equals("STOP")) {
                onStopped();
            }
        } else if (event instanceof PartEvent.StageTaken taken) {
            supplies.onTaken(node, taken);
        } else if (event instanceof PartEvent.InputTaken taken) {
            supplies.onTaken(node, taken);
        } else if (event instanceof PartEvent.InputClosed) {
            supplies.onInputClosed(node);
        } else if (event instanceof PartEvent.Ready ready) {
            int ranks = job.placement().localSize(node);
            listener.onReady(nodes.host(node), ranks, ready.processors(), ready.segment(), ready.ringBytes());
        } else if (event instanceof PartEvent.Detail detail) {
            listener.onDetail(nodes.host(node), detail.text());
        } else if (event instanceof PartEvent.OutputLost) {
            endWith(OUTPUT_LOST, Signals.TERM);
        } else if (event instanceof PartEvent.Failed failed) {
            onCannotStart(node, failed);
        } else if (event instanceof PartEvent.Lost lost) {
            onLost(node, lost.cause());
        } else if (event instanceof PartEvent.Finished) {
            close(node);
        }
    }

    private void onStarted(int node, int rank, long pid) {
        census.started(rank, pid);
        listener.onStarted(rank, nodes.host(node), pid);
        supplies.onRankStarted(rank);
    }

    private void onEnded(int node, PartEvent.Ended event) {
        int rank = event.rank();
        boolean atTerminal = job.ranks().get(rank).input().isTerminal();
        if (phase == Phase.RUNNING && atTerminal && event.status() == Signals.STATUS_BASE + Signals.INT) {
            // The terminal has sent it to this process too, which will hear of it in a moment.
            onSignal(Signals.INT);
            interruptIsKnown = true;
        }
        RankEnd end = census.ended(event, told);
        listener.onEnded(rank, nodes.host(node), end.pid(), end.status());
        if (end.ending().endsJob()) {
            // Init throws when it sees that a peer has left.
            judgeAgain();
        }
        if (end.ending().endsJob() && phase == Phase.RUNNING) {
            endBecauseOf(end);
        } else if (end.ending().isFailure() && imposedStatus == 0) {
            reports.later(end);
        }
        // Last: a peer that sees it throws, and would seem to have failed by itself.
        nodes.order(node, new PartOrder.Bury(rank));
    }

    private void judgeAgain() {
        RankEnd anew = phase == Phase.RUNNING ? census.judgeAgain() : null;
        if (anew != null) {
            endBecauseOf(anew);
        }
    }

    private void endBecauseOf(RankEnd end) {
        tellToEnd(Signals.TERM, patience.grace());
        nodes.order(job.placement().node(end.rank()), new PartOrder.Clear(end.rank()));
        reports.first(end);
    }

    private void onCannotStart(int node, PartEvent.Failed event) {
        impose(event.status());
        listener.onCannotStart(nodes.host(node), event.message());
        census.startsNoMore(node);
        if (phase != Phase.KILLING) {
            kill();
        }
    }

    private void onLost(int node, String cause) {
        int[] running = census.running(node);
        if (running.length > 0) {
            listener.onLost(nodes.host(node), running, cause);
            lose(running);
        }
        close(node);
    }

    private void onCutNow(String cause) {
        int[] running = census.running();
        if (open.count() > 0) {
            listener.onCut(running, cause);
            lose(running);
        }
        for (int node = 0; node < job.placement().nodes(); node++) {
            close(node);
        }
    }

    private void lose(int[] ranks) {
        for (int rank : ranks) {
            census.lost(rank, phase == Phase.RUNNING ? Ending.LOST : Ending.ENDED);
        }
        if (phase == Phase.RUNNING) {
            tellToEnd(Signals.TERM, patience.grace());
        }
    }

    private void close(int node) {
        if (open.close(node)) {
            census.startsNoMore(node);
            onStopped();
            supplies.close(node);
        }
    }

    private void onStopped() {
        stopping--;
        if (stopping <= 0 && afterStop != null) {
            afterStop.run();
            afterStop = null;
        }
    }

    private void onSignal(int signal) {
        if (interruptIsKnown && signal == Signals.INT) {
            interruptIsKnown = false;
        } else if (phase == Phase.RUNNING) {
            endWith(Signals.STATUS_BASE + signal, signal);
        } else if (phase == Phase.ENDING) {
            kill();
        }
    }

    private void onDeadline() {
        switch (phase) {
            case RUNNING:
                listener.onTimeout(census.running());
                endWith(TIMED_OUT, Signals.TERM);
                break;
            case ENDING:
                listener.onKill(census.running());
                kill();
                break;
            default:
                giveUp();
                break;
        }
    }

    /** Ends the job, if it is not about to, with an exit status that no rank has. */
    private void endWith(int status, int signal) {
        if (phase == Phase.RUNNING) {
            impose(status);
            tellToEnd(signal, signal == Signals.INT ? patience.interruptGrace() : patience.grace());
        }
    }

    private void impose(int status) {
        if (imposedStatus == 0) {
            imposedStatus = status;
        }
    }

    private void tellToEnd(int signal, long graceMillis) {
        if (finishing) {
            kill();
            return;
        }
        phase = Phase.ENDING;
        told = signal;
        deadline = Deadline.in(graceMillis);
        open.orderAll(new PartOrder.Signal(Signals.name(signal)));
    }

    private void kill() {
        phase = Phase.KILLING;
        told = Signals.TERM;
        deadline = Deadline.in(patience.answer());
        open.orderAll(finishing ? new PartOrder.Finish(true) : new PartOrder.Signal("KILL"));
    }

    /** First the reader of the output, then the nodes that have not answered. */
    private void giveUp() {
        deadline = Deadline.in(patience.answer());
        if (output.giveUp()) {
            return;
        }
        for (int node = 0; node < job.placement().nodes(); node++) {
            if (open.isOpen(node)) {
                onLost(node, "it does not answer");
            }
        }
    }
}
