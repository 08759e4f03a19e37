package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Channel;
import io.jmpi.daemon.supervise.Deadline;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.PartEvent;
import io.jmpi.daemon.supervise.PartOrder;
import io.jmpi.daemon.supervise.Signals;
import io.jmpi.job.RankState;
import java.io.IOException;
import java.io.InputStream;
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
 */
public final class Head implements NodesListener {

    /** Exit status when the time given to a job is over. */
    public static final int TIMED_OUT = 124;

    private static final int OUTPUT_LOST = Signals.STATUS_BASE + 13;
    private static final long GRACE_MILLIS = 1500;
    private static final long INTERRUPT_GRACE_MILLIS = 3000;
    private static final int NOBODY = -1;

    private enum Phase {
        RUNNING,
        ENDING,
        KILLING
    }

    private final JobSpec job;
    private final long timeoutMillis;
    private final Nodes nodes;
    private final JobListener listener;
    private final LinkedBlockingQueue<HeadTask> tasks = new LinkedBlockingQueue<>();
    private final Census census;
    private final Precedence precedence = new Precedence();
    private final FailureReports reports;
    private final InputStream input;
    private final boolean[] closed;
    private InputPump pump;
    private int open;
    private Phase phase = Phase.RUNNING;
    private Deadline deadline = Deadline.NONE;
    private int told;
    private int imposedStatus;
    private int leftEarly = NOBODY;
    private boolean interruptIsKnown;
    private Runnable afterStop;
    private int stopping;

    /**
     * @param timeoutMillis after which the job is ended, 0 for never
     * @param input for the ranks that are fed
     */
    public Head(JobSpec job, long timeoutMillis, InputStream input, Nodes nodes, JobListener listener) {
        this.job = job;
        this.input = input;
        this.timeoutMillis = timeoutMillis;
        this.nodes = nodes;
        this.listener = listener;
        this.census = new Census(job.placement());
        this.reports = new FailureReports(job.placement(), nodes, listener, precedence);
        this.open = job.placement().nodes();
        this.closed = new boolean[open];
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
            while (!census.isOver()) {
                handle(nextTask());
            }
            orderAll(new PartOrder.Finish(phase != Phase.RUNNING));
            deadline = Deadline.NONE;
            while (open > 0) {
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
        tasks.add(new HeadTask.FromNode(node, event));
    }

    @Override
    public void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException {
        precedence.await(rank, channel);
        listener.onOutput(rank, channel, bytes, offset, length);
    }

    /** @return null when a deadline is over */
    private HeadTask nextTask() throws InterruptedException {
        long millis = Math.min(deadline.millisLeft(), reports.deadline().millisLeft());
        return millis == Long.MAX_VALUE ? tasks.take() : tasks.poll(millis, TimeUnit.MILLISECONDS);
    }

    /** @param task null when a deadline is over */
    private void handle(HeadTask task) {
        if (task instanceof HeadTask.FromNode) {
            HeadTask.FromNode news = (HeadTask.FromNode) task;
            onNews(news.node(), news.event());
        } else if (task instanceof HeadTask.Interrupt) {
            onSignal(((HeadTask.Interrupt) task).signal());
        } else if (task instanceof HeadTask.Stop) {
            afterStop = ((HeadTask.Stop) task).then();
            stopping = open;
            orderAll(new PartOrder.Signal("STOP"));
        } else if (task instanceof HeadTask.Resume) {
            orderAll(new PartOrder.Signal("CONT"));
        } else if (reports.deadline().millisLeft() == 0) {
            reports.report();
        } else {
            onDeadline();
        }
    }

    private void onNews(int node, PartEvent event) {
        if (event instanceof PartEvent.Started) {
            PartEvent.Started started = (PartEvent.Started) event;
            census.started(started.rank(), started.pid());
            listener.onStarted(started.rank(), nodes.host(node), started.pid());
            if (pump == null && job.ranks().get(started.rank()).input().isFed()) {
                pump = new InputPump(input, nodes, job.fedNodes());
                pump.start();
            }
        } else if (event instanceof PartEvent.Ended) {
            onEnded(node, (PartEvent.Ended) event);
        } else if (event instanceof PartEvent.Advanced) {
            PartEvent.Advanced advanced = (PartEvent.Advanced) event;
            census.advanced(advanced.rank(), advanced.state());
            judgeAgain();
        } else if (event instanceof PartEvent.Listening) {
            PartEvent.Listening listening = (PartEvent.Listening) event;
            orderOthers(node, new PartOrder.Connect(listening.rank(), listening.port()));
        } else if (event instanceof PartEvent.OutputEnded) {
            reports.spoken(((PartEvent.OutputEnded) event).rank());
        } else if (event instanceof PartEvent.Signalled) {
            if (((PartEvent.Signalled) event).name().equals("STOP")) {
                onSignalled();
            }
        } else if (event instanceof PartEvent.InputTaken) {
            pump.onTaken(node, ((PartEvent.InputTaken) event).bytes());
        } else if (event instanceof PartEvent.InputClosed) {
            pump.onClosed(node);
        } else if (event instanceof PartEvent.Ready) {
            PartEvent.Ready ready = (PartEvent.Ready) event;
            int ranks = job.placement().localSize(node);
            listener.onReady(nodes.host(node), ranks, ready.processors(), ready.segment(), ready.ringBytes());
        } else if (event instanceof PartEvent.Detail) {
            listener.onDetail(nodes.host(node), ((PartEvent.Detail) event).text());
        } else if (event instanceof PartEvent.OutputLost) {
            if (phase == Phase.RUNNING) {
                impose(OUTPUT_LOST);
                tellToEnd(Signals.TERM, GRACE_MILLIS);
            }
        } else if (event instanceof PartEvent.Failed) {
            onCannotStart(node, (PartEvent.Failed) event);
        } else if (event instanceof PartEvent.Lost) {
            onLost(node, ((PartEvent.Lost) event).cause());
        } else if (event instanceof PartEvent.Finished) {
            close(node);
        }
    }

    private void onEnded(int node, PartEvent.Ended event) {
        int rank = event.rank();
        boolean atTerminal = job.ranks().get(rank).input().isTerminal();
        if (phase == Phase.RUNNING && atTerminal && event.status() == Signals.STATUS_BASE + Signals.INT) {
            // The terminal has sent it to this process too, which will hear of it in a moment.
            onSignal(Signals.INT);
            interruptIsKnown = true;
        }
        census.advanced(rank, event.state());
        Ending ending = ExitRule.judge(event.status(), event.state(), census.othersInside(rank), told);
        RankEnd end = new RankEnd(rank, census.pid(rank), ending, event.status(), event.abortCode());
        census.ended(end);
        listener.onEnded(rank, nodes.host(node), end.pid(), end.status());
        if (ending.endsJob()) {
            // Init throws when it sees that a peer has left.
            judgeAgain();
        }
        if (ending.endsJob() && phase == Phase.RUNNING) {
            endBecauseOf(end);
        } else if (ending.isFailure() && imposedStatus == 0) {
            reports.later(end);
        } else if (ending == Ending.REGULAR && event.state() == RankState.STARTED && leftEarly == NOBODY) {
            leftEarly = rank;
        }
        // Last: a peer that sees it throws, and would seem to have failed by itself.
        nodes.order(node, new PartOrder.Bury(rank));
    }

    /** If a rank has left in peace without calling Init, others may have called it since. */
    private void judgeAgain() {
        if (phase != Phase.RUNNING || leftEarly == NOBODY) {
            return;
        }
        RankEnd end = census.end(leftEarly);
        Ending ending = ExitRule.judge(end.status(), RankState.STARTED, census.othersInside(leftEarly), told);
        if (ending.endsJob()) {
            RankEnd anew = new RankEnd(end.rank(), end.pid(), ending, end.status(), 0);
            census.ended(anew);
            endBecauseOf(anew);
        }
    }

    private void endBecauseOf(RankEnd end) {
        tellToEnd(Signals.TERM, GRACE_MILLIS);
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
            for (int rank : running) {
                Ending ending = phase == Phase.RUNNING ? Ending.LOST : Ending.ENDED;
                census.ended(new RankEnd(rank, census.pid(rank), ending, 0, 0));
            }
            if (phase == Phase.RUNNING) {
                tellToEnd(Signals.TERM, GRACE_MILLIS);
            }
        }
        close(node);
    }

    private void close(int node) {
        if (!closed[node]) {
            closed[node] = true;
            open--;
            census.startsNoMore(node);
            onSignalled();
            if (pump != null) {
                pump.onClosed(node);
            }
        }
    }

    private void onSignalled() {
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
            impose(Signals.STATUS_BASE + signal);
            tellToEnd(signal, signal == Signals.INT ? INTERRUPT_GRACE_MILLIS : GRACE_MILLIS);
        } else if (phase == Phase.ENDING) {
            kill();
        }
    }

    private void onDeadline() {
        switch (phase) {
            case RUNNING:
                listener.onTimeout(census.running());
                impose(TIMED_OUT);
                tellToEnd(Signals.TERM, GRACE_MILLIS);
                break;
            case ENDING:
                listener.onKill(census.running());
                kill();
                break;
            default:
                deadline = Deadline.NONE;
                break;
        }
    }

    private void impose(int status) {
        if (imposedStatus == 0) {
            imposedStatus = status;
        }
    }

    private void tellToEnd(int signal, long graceMillis) {
        phase = Phase.ENDING;
        told = signal;
        deadline = Deadline.in(graceMillis);
        orderAll(new PartOrder.Signal(Signals.name(signal)));
    }

    private void kill() {
        phase = Phase.KILLING;
        told = Signals.TERM;
        deadline = Deadline.NONE;
        orderAll(new PartOrder.Signal("KILL"));
    }

    private void orderAll(PartOrder order) {
        orderOthers(NOBODY, order);
    }

    private void orderOthers(int but, PartOrder order) {
        for (int node = 0; node < closed.length; node++) {
            if (node != but && !closed[node]) {
                nodes.order(node, order);
            }
        }
    }
}
