package io.jmpi.daemon;

import io.jmpi.job.JobEnvironment;
import io.jmpi.job.JobSegment;
import io.jmpi.job.JobSegmentFile;
import io.jmpi.job.RankEntry;
import io.jmpi.job.RankState;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A job on this node, from the first process to the last.
 *
 * <p>One thread calls {@link #run} and owns everything; other threads only {@link #post} events to it.
 *
 * <pre>
 *             a rank fails, time is over, a signal             grace is over, second signal
 *   RUNNING ------------------------------------> ENDING ------------------------------------> KILLING
 *      |            ranks are told to end            |               ranks are killed             |
 *      +---------------------------------------------+--------------------------------------------+---> last rank ended
 * </pre>
 */
public final class Job {

    /** Exit status when the time given to a job is over. */
    public static final int TIMED_OUT = 124;

    private static final int OUTPUT_LOST = Signals.STATUS_BASE + 13;
    private static final long GRACE_MILLIS = 1500;
    private static final long INTERRUPT_GRACE_MILLIS = 3000;
    private static final long OUTPUT_MILLIS = 1000;
    private static final long LATE_INIT_MILLIS = 500;

    private enum Phase {
        RUNNING,
        ENDING,
        KILLING
    }

    private final JobSpec spec;
    private final JobListener listener;
    private final int size;
    private final LinkedBlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
    private final RankProcess[] processes;
    private final RankEnd[] ends;
    private Guardian guardian;
    private JobSegment segment;
    private Phase phase = Phase.RUNNING;
    private Deadline deadline = Deadline.NONE;
    private int told;
    private int imposedStatus;
    private int running;
    private int leftEarly = -1;
    private boolean interruptIsKnown;

    public Job(JobSpec spec, JobListener listener) {
        this.spec = spec;
        this.listener = listener;
        this.size = spec.ranks().size();
        this.processes = new RankProcess[size];
        this.ends = new RankEnd[size];
    }

    /**
     * Runs the job to its end.
     *
     * @return its exit status
     * @throws IOException when it could not be started; then nothing of it is left
     */
    public int run() throws IOException, InterruptedException {
        SegmentMaker maker = SegmentMaker.start(size);
        Session session = Session.find();
        guardian = Guardian.start(spec.name(), session);
        try (JobSegmentFile file = maker.result()) {
            segment = file.segment();
            listener.onSegment(file.path(), segment.ring(0, 0).capacity());
            if (spec.timeoutMillis() > 0) {
                deadline = Deadline.in(spec.timeoutMillis());
            }
            startAll(file.path(), session);
            awaitEnds();
            finish();
        } finally {
            guardian.close();
        }
        return imposedStatus != 0 ? imposedStatus : ExitRule.jobStatus(ends);
    }

    /** Tells the job that the launcher was sent a signal that asks it to end. From any thread. */
    public void interrupt(int signal) {
        post(new JobEvent(JobEvent.Kind.SIGNAL, signal, 0));
    }

    /** Stops the ranks and then this process, as a terminal's stop key asks for. From any thread. */
    public void stop() {
        post(JobEvent.of(JobEvent.Kind.STOP));
    }

    /** Lets the ranks go on after a stop. From any thread. */
    public void resume() {
        post(JobEvent.of(JobEvent.Kind.CONTINUE));
    }

    void post(JobEvent event) {
        events.add(event);
    }

    private void startAll(String segmentPath, Session session) throws IOException, InterruptedException {
        for (int rank = 0; rank < size; rank++) {
            JobEnvironment environment = new JobEnvironment(rank, size, rank, size, 0, spec.name(), segmentPath);
            try {
                processes[rank] = RankProcess.start(environment, spec, session, listener, this);
            } catch (IOException e) {
                kill();
                awaitEnds();
                throw e;
            }
            running++;
            long pid = processes[rank].pid();
            if (processes[rank].inOwnSession()) {
                guardian.watch(pid);
            }
            listener.onStarted(rank, pid);
        }
    }

    private void awaitEnds() throws InterruptedException {
        while (running > 0) {
            handle(nextEvent());
        }
    }

    private JobEvent nextEvent() throws InterruptedException {
        while (phase == Phase.RUNNING && leftEarly >= 0 && deadline.millisLeft() > LATE_INIT_MILLIS) {
            // Nothing wakes this process when a rank calls Init.
            JobEvent event = events.poll(LATE_INIT_MILLIS, TimeUnit.MILLISECONDS);
            if (event != null) {
                return event;
            }
            judgeAgain(leftEarly);
        }
        return deadline == Deadline.NONE ? events.take() : events.poll(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    }

    /** @param event null when the deadline is over */
    private void handle(JobEvent event) throws InterruptedException {
        if (event == null) {
            onDeadline();
            return;
        }
        switch (event.kind()) {
            case ENDED:
                onEnded(event.value(), event.status());
                break;
            case SIGNAL:
                onSignal(event.value());
                break;
            case STOP:
                signalOwnSessions("STOP");
                guardian.signalProcess(
                        "STOP", Long.toString(ProcessHandle.current().pid()));
                break;
            case CONTINUE:
                signalOwnSessions("CONT");
                break;
            case OUTPUT_LOST:
                if (phase == Phase.RUNNING) {
                    impose(OUTPUT_LOST);
                    tellToEnd("TERM", Signals.TERM, GRACE_MILLIS);
                }
                break;
        }
    }

    private void onEnded(int rank, int status) throws InterruptedException {
        running--;
        RankProcess process = processes[rank];
        if (phase == Phase.RUNNING && !process.inOwnSession() && status == Signals.STATUS_BASE + Signals.INT) {
            // The terminal has sent it to this process too, which will hear of it in a moment.
            onSignal(Signals.INT);
            interruptIsKnown = true;
        }
        RankEntry entry = segment.entry(rank);
        Ending ending = ExitRule.judge(status, entry.state(), othersInside(rank), told);
        RankEnd end = new RankEnd(rank, process.pid(), ending, status, entry.abortCode());
        ends[rank] = end;
        listener.onEnded(rank, process.pid(), status);
        if (ending.endsJob() && phase == Phase.RUNNING && leftEarly >= 0) {
            // Init throws when it sees that a peer has left.
            judgeAgain(leftEarly);
        }
        if (ending.endsJob() && phase == Phase.RUNNING) {
            endBecauseOf(end);
        } else if (ending.isFailure() && imposedStatus == 0) {
            listener.onFailure(end, false);
        } else if (ending == Ending.REGULAR && entry.state() == RankState.STARTED && leftEarly < 0) {
            leftEarly = rank;
        }
        // Last: a peer that sees it throws, and would seem to have failed by itself.
        entry.gone(status);
    }

    /** A rank has left in peace without calling Init; others may have called it since. */
    private void judgeAgain(int rank) throws InterruptedException {
        RankEnd end = ends[rank];
        Ending ending = ExitRule.judge(end.status(), RankState.STARTED, othersInside(rank), told);
        if (ending.endsJob()) {
            ends[rank] = new RankEnd(rank, end.pid(), ending, end.status(), 0);
            endBecauseOf(ends[rank]);
        }
    }

    private void endBecauseOf(RankEnd end) throws InterruptedException {
        listener.onFailing(end.rank());
        tellToEnd("TERM", Signals.TERM, GRACE_MILLIS);
        RankProcess process = processes[end.rank()];
        if (process.inOwnSession()) {
            guardian.signalGroup("KILL", Long.toString(process.pid()));
        }
        process.awaitOutput(OUTPUT_MILLIS);
        listener.onFailure(end, true);
    }

    private void onSignal(int signal) {
        if (interruptIsKnown && signal == Signals.INT) {
            interruptIsKnown = false;
        } else if (phase == Phase.RUNNING) {
            impose(Signals.STATUS_BASE + signal);
            String name = signal == Signals.INT ? "INT" : signal == Signals.HUP ? "HUP" : "TERM";
            tellToEnd(name, signal, signal == Signals.INT ? INTERRUPT_GRACE_MILLIS : GRACE_MILLIS);
        } else if (phase == Phase.ENDING) {
            kill();
        }
    }

    private void onDeadline() {
        switch (phase) {
            case RUNNING:
                listener.onTimeout(runningRanks());
                impose(TIMED_OUT);
                tellToEnd("TERM", Signals.TERM, GRACE_MILLIS);
                break;
            case ENDING:
                listener.onKill(runningRanks());
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

    private void tellToEnd(String signal, int number, long graceMillis) {
        phase = Phase.ENDING;
        told = number;
        deadline = Deadline.in(graceMillis);
        signalAll(signal);
    }

    private void kill() {
        phase = Phase.KILLING;
        told = Signals.TERM;
        deadline = Deadline.NONE;
        signalAll("KILL");
        guardian.sweep();
    }

    private void finish() throws InterruptedException {
        if (phase != Phase.RUNNING) {
            guardian.sweep();
        }
        guardian.killRest();
        for (RankProcess process : processes) {
            process.awaitOutput(OUTPUT_MILLIS);
        }
    }

    private void signalAll(String signal) {
        signalOwnSessions(signal);
        RankProcess first = processes[0];
        boolean seenAtTerminal = signal.equals("INT");
        if (!seenAtTerminal && first != null && ends[0] == null && !first.inOwnSession()) {
            guardian.signalProcess(signal, Long.toString(first.pid()));
        }
    }

    private void signalOwnSessions(String signal) {
        StringBuilder pids = new StringBuilder();
        for (int rank = 0; rank < size; rank++) {
            if (processes[rank] != null && ends[rank] == null && processes[rank].inOwnSession()) {
                pids.append(processes[rank].pid()).append(' ');
            }
        }
        if (pids.length() > 0) {
            guardian.signalGroup(signal, pids.toString());
        }
    }

    private int[] runningRanks() {
        int[] ranks = new int[running];
        int count = 0;
        for (int rank = 0; rank < size; rank++) {
            if (ends[rank] == null) {
                ranks[count++] = rank;
            }
        }
        return ranks;
    }

    private boolean othersInside(int rank) {
        for (int other = 0; other < size; other++) {
            if (other != rank && segment.entry(other).state() == RankState.INITIALIZED) {
                return true;
            }
        }
        return false;
    }
}
