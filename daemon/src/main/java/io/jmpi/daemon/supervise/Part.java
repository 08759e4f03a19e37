package io.jmpi.daemon.supervise;

import io.jmpi.daemon.program.ProgramException;
import io.jmpi.daemon.program.RankCommands;
import io.jmpi.job.JobEnvironment;
import io.jmpi.job.JobSegment;
import io.jmpi.job.JobSegmentFile;
import io.jmpi.job.Placement;
import io.jmpi.job.RankEntry;
import io.jmpi.job.RankState;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The ranks of a job on one node, from the first process to the last.
 *
 * <p>A thread of its own owns everything; other threads only {@link #order} it.
 *
 * <pre>
 *   start --> Ready --> Started a rank --> Advanced, Ended a rank, ... --(Finish)--> Finished
 *     |         |            |
 *     +---------+------------+--> Failed --> Ended what had started -----------------^
 * </pre>
 */
public final class Part implements Runnable {

    /** In the environment of the ranks, and so of all that they start: by it the guardian finds them. */
    static final String VARIABLE = "JMPI_PART";

    private static final int CANNOT_START = 1;
    private static final long OUTPUT_MILLIS = 1000;

    private final int node;
    private final Placement placement;
    private final int size;
    private final RankCommands commands;
    private final PartListener listener;
    private final LinkedBlockingQueue<PartTask> tasks = new LinkedBlockingQueue<>();
    private final RankProcess[] processes;
    private final RankState[] states;
    private final int[] ports;
    private final InputShare input;
    private JobSpec job;
    private Session session;
    private Guardian guardian;
    private JobSegmentFile file;
    private JobSegment segment;
    private BellWatch bell;
    private int running;

    /** @param commands which finds out what to run for a rank of this node */
    public Part(JobSpec job, int node, RankCommands commands, PartListener listener) {
        this.job = job;
        this.node = node;
        this.placement = job.placement();
        this.size = placement.localSize(node);
        this.commands = commands;
        this.listener = listener;
        this.processes = new RankProcess[size];
        this.states = new RankState[size];
        this.ports = new int[size];
        this.input = new InputShare(size);
        Arrays.fill(states, RankState.STARTED);
    }

    /** Starts the ranks, in a thread that lives as long as the part. */
    public void start() {
        Thread thread = new Thread(null, this, "part " + mark(), 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    /** From any thread. */
    public void order(PartOrder order) {
        post(order);
    }

    void post(PartTask task) {
        tasks.add(task);
    }

    /** @param event null for none */
    private void report(PartEvent event) {
        if (event != null) {
            listener.onEvent(event);
        }
    }

    PartListener listener() {
        return listener;
    }

    Session session() {
        return session;
    }

    /** Unique among the parts that run; neither is the beginning of another one. */
    String mark() {
        return job.name() + "/" + node + "/" + ProcessHandle.current().pid() + "/";
    }

    @Override
    public void run() {
        try {
            superviseAll();
        } catch (ProgramException e) {
            report(new PartEvent.Failed(e.status(), e.getMessage()));
        } catch (IOException e) {
            report(new PartEvent.Failed(CANNOT_START, e.getMessage()));
        } catch (InterruptedException | RuntimeException e) {
            report(new PartEvent.Failed(CANNOT_START, e.toString()));
        }
        report(new PartEvent.Finished());
    }

    private void superviseAll() throws IOException, InterruptedException {
        if (!job.staged()) {
            findCommands();
        }
        session = Session.find();
        try (SegmentMaker maker = SegmentMaker.start(job, node);
                Guardian started = Guardian.start(mark(), session)) {
            guardian = started;
            if (job.staged() && !takeFiles()) {
                guardian.farewell();
                return;
            }
            file = maker.result();
            segment = file.segment();
            if (placement.nodes() > 1) {
                bell = BellWatch.start(file, this);
            }
            report(new PartEvent.Ready(
                    Runtime.getRuntime().availableProcessors(),
                    file.path(),
                    segment.ring(0, 0).capacity()));
            startAll(file.path());
            PartOrder.Finish finish = obey();
            finish(finish.force());
            guardian.farewell();
        }
    }

    /** Before anything is started, so that nothing has to be ended when there is no such program. */
    private void findCommands() {
        for (int local = 0; local < size; local++) {
            int rank = placement.rank(node, local);
            commands.command(rank, local, job.ranks().get(rank).program());
        }
    }

    /** @return false when the job ends before they are all there */
    private boolean takeFiles() throws IOException, InterruptedException {
        try (Stage stage = Stage.make()) {
            guardian.litter(stage.directory());
            PartTask task = tasks.take();
            while (task instanceof PartOrder.Stage piece) {
                stage.write(piece);
                report(new PartEvent.StageTaken(piece.bytes().length));
                task = tasks.take();
            }
            if (!(task instanceof PartOrder.EndStage)) {
                return false;
            }
            job = job.startingIn(stage.directory());
        }
        findCommands();
        return true;
    }

    private void startAll(String segmentPath) throws InterruptedException {
        for (int local = 0; local < size; local++) {
            int rank = placement.rank(node, local);
            RankSpec spec = job.ranks().get(rank);
            JobEnvironment environment =
                    new JobEnvironment(rank, job.size(), local, size, node, job.name(), segmentPath);
            try {
                processes[local] = RankProcess.launch(
                        this, environment, spec, commands.command(rank, local, spec.program()), job.ownOutput());
            } catch (IOException e) {
                report(new PartEvent.Failed(CANNOT_START, e.getMessage()));
                signalAll("KILL");
                return;
            }
            running++;
            if (spec.input().isFed()) {
                input.add(local, processes[local].startFeeding());
            }
            long pid = processes[local].pid();
            if (processes[local].inOwnSession()) {
                guardian.watch(pid);
            }
            report(new PartEvent.Started(rank, pid));
            processes[local].start();
        }
    }

    /** Does what comes, until told to finish. */
    private PartOrder.Finish obey() throws InterruptedException {
        while (true) {
            PartTask task = tasks.take();
            if (task instanceof PartOrder.Finish finish) {
                return finish;
            }
            handle(task);
        }
    }

    private void handle(PartTask task) {
        if (task instanceof PartTask.Exit exit) {
            onExit(exit.localRank(), exit.status());
        } else if (task instanceof PartTask.OutputEnd end) {
            report(new PartEvent.OutputEnded(processes[end.localRank()].rank()));
        } else if (task instanceof PartTask.OutputFailure) {
            report(new PartEvent.OutputLost());
        } else if (task instanceof PartTask.Bell) {
            reportAdvances();
        } else if (task instanceof PartTask.Fed fed) {
            report(input.onTaken(fed.localRank(), fed.bytes()));
        } else if (task instanceof PartTask.Full full) {
            report(input.onFull(full.localRank()));
        } else if (task instanceof PartOrder.Signal signal) {
            signalAll(signal.name());
            report(new PartEvent.Signalled(signal.name()));
        } else if (task instanceof PartOrder.Clear clear) {
            clear(processes[placement.localRank(clear.rank())]);
        } else if (task instanceof PartOrder.Bury bury) {
            bury(placement.localRank(bury.rank()));
        } else if (task instanceof PartOrder.Connect connect) {
            segment.port(connect.rank(), connect.port());
        } else if (task instanceof PartOrder.Feed feed) {
            input.feed(feed.bytes());
        } else if (task instanceof PartOrder.EndInput) {
            input.end();
        }
    }

    private void onExit(int local, int status) {
        running--;
        processes[local].ended(status);
        input.end(local);
        reportAdvances();
        RankEntry entry = segment.entry(local);
        if (entry.state() == RankState.STARTED && running > 0) {
            watchOthers();
        }
        report(new PartEvent.Ended(processes[local].rank(), status, entry.state(), entry.abortCode()));
    }

    /** A rank has left without Init; the head has to know when another one calls it. On one node nobody listens till then. */
    private void watchOthers() {
        try {
            if (bell == null) {
                bell = BellWatch.start(file, this);
            }
        } catch (IOException e) {
            report(new PartEvent.Detail("nobody hears of ranks that call Init: " + e.getMessage()));
        }
    }

    /** Before a rank's end, so that the head knows what that rank may have seen. */
    private void reportAdvances() {
        for (int local = 0; local < size; local++) {
            int rank = placement.rank(node, local);
            RankState state = segment.entry(local).state();
            if (state != states[local]) {
                states[local] = state;
                report(new PartEvent.Advanced(rank, state));
            }
            int port = placement.nodes() > 1 ? segment.port(rank) : 0;
            if (port != ports[local]) {
                ports[local] = port;
                report(new PartEvent.Listening(rank, port));
            }
        }
    }

    /** Its peers have been waiting for this with their own verdict. */
    private void bury(int local) {
        segment.entry(local).gone(processes[local].status());
    }

    private void clear(RankProcess process) {
        if (process.inOwnSession()) {
            guardian.signalGroup("KILL", Long.toString(process.pid()));
        }
    }

    private void finish(boolean force) throws InterruptedException {
        if (running > 0) {
            signalAll("KILL");
        }
        if (force) {
            guardian.sweep();
        }
        while (running > 0) {
            handle(tasks.take());
        }
        guardian.killRest();
        awaitOutput(force);
    }

    /** Output is passed on as slowly as its reader takes it, unless the job was ended by force, or is now. */
    private void awaitOutput(boolean force) throws InterruptedException {
        long start = System.nanoTime();
        Deadline most = force ? Deadline.in(OUTPUT_MILLIS) : Deadline.NONE;
        while (hasOutput(start) && most.millisLeft() > 0) {
            PartTask task = tasks.poll(Math.min(most.millisLeft(), OUTPUT_MILLIS), TimeUnit.MILLISECONDS);
            if (task instanceof PartOrder.Finish) {
                most = Deadline.in(OUTPUT_MILLIS);
            } else if (task != null) {
                handle(task);
            }
        }
        for (PartTask task = tasks.poll(); task != null; task = tasks.poll()) {
            handle(task);
        }
    }

    /** @param nanoTime when all ranks had ended */
    private boolean hasOutput(long nanoTime) {
        for (RankProcess process : processes) {
            if (process != null && process.hasOutput(nanoTime, OUTPUT_MILLIS)) {
                return true;
            }
        }
        return false;
    }

    /** A terminal sends its keys' signals to the rank that shares it by itself. */
    private void signalAll(String signal) {
        boolean isKey = signal.equals("INT") || signal.equals("STOP") || signal.equals("CONT");
        StringBuilder groups = new StringBuilder();
        for (RankProcess process : processes) {
            if (process != null && !process.hasEnded()) {
                if (process.inOwnSession()) {
                    groups.append(process.pid()).append(' ');
                } else if (!isKey) {
                    guardian.signalProcess(signal, Long.toString(process.pid()));
                }
            }
        }
        if (groups.length() > 0) {
            guardian.signalGroup(signal, groups.toString());
        }
    }
}
