package io.jmpi.boot;

import io.jmpi.coll.Communicator;
import io.jmpi.coll.Contexts;
import io.jmpi.coll.Members;
import io.jmpi.job.JobEnvironment;
import io.jmpi.job.JobSegment;
import io.jmpi.job.RankEntry;
import io.jmpi.job.RankState;
import io.jmpi.progress.Engine;
import io.jmpi.tcp.TcpNetwork;
import io.jmpi.tcp.TcpSettings;
import io.jmpi.transport.Network;
import java.io.IOException;

/**
 * This process as a rank of its job. Made once, by {@code Init}.
 */
public final class World {

    /** A job of one needs a ring for what it sends to itself. */
    private static final int LONE_RING = 1 << 16;

    private static final String[] FOREIGN = {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MPI_LOCALNRANKS"};

    private static final String TRANSPORT = "JMPI_TRANSPORT";

    private final Network network;
    private final Engine engine;
    private final RankEntry entry;
    private final Contexts contexts = new Contexts();
    private final Communicator world;
    private final Communicator self;

    private World(JobSegment segment, int rank, boolean multiple) throws IOException {
        int size = segment.placement().size();
        int localRank = segment.placement().localRank(rank);
        boolean onlyTcp = size > 1 && isOnlyTcp(System.getenv(TRANSPORT));
        if (onlyTcp || segment.placement().nodes() > 1) {
            TcpSettings settings = TcpSettings.of(System.getenv());
            this.network = TcpNetwork.open(settings, segment, rank, onlyTcp, segment.openDoorbell(localRank));
        } else {
            this.network = null;
        }
        this.entry = segment.entry(localRank);
        this.engine = new Engine(segment, rank, multiple, network, onlyTcp);
        Members everybody = Members.world(size, rank);
        this.world = Communicator.world(engine, everybody);
        this.self = world.of(Members.of(new int[] {rank}, size, rank), Contexts.SELF);
        entry.state(RankState.INITIALIZED);
        segment.tellDaemon();
    }

    private static boolean isOnlyTcp(String transport) {
        if (transport == null || transport.isEmpty() || transport.equals("shm")) {
            return false;
        }
        if (transport.equals("tcp")) {
            return true;
        }
        throw new IllegalArgumentException(TRANSPORT + "=" + transport + " is unknown; say tcp to have the ranks of one"
                + " node use TCP too, or leave it out");
    }

    /**
     * Joins the job that this process was started for, or makes a job of one.
     *
     * @param multiple whether several threads may be inside MPI at once
     * @throws IOException when the job that the environment names cannot be joined
     * @throws IllegalArgumentException when the environment makes no sense
     */
    public static World join(boolean multiple) throws IOException {
        JobEnvironment environment = JobEnvironment.ofThisProcess();
        if (environment == null) {
            warnOfForeignLauncher();
            return new World(JobSegment.ofOneRank(LONE_RING), 0, multiple);
        }
        JobSegment segment = JobSegment.open(environment.segment());
        refuseAfterDeath(segment, environment.localRank());
        return new World(segment, environment.rank(), multiple);
    }

    /** A peer that has left without ever joining will never answer. The daemon blames it when it sees that others join. */
    private static void refuseAfterDeath(JobSegment segment, int self) throws IOException {
        for (int local = 0; local < segment.localSize(); local++) {
            RankEntry peer = segment.entry(local);
            if (peer.isGone() && peer.state() != RankState.FINALIZED) {
                segment.entry(self).state(RankState.INITIALIZED);
                segment.tellDaemon();
                int rank = segment.placement().rank(segment.node(), local);
                throw new IOException(
                        "rank " + rank + " has already ended, with status " + peer.exitStatus() + ", before MPI.Init");
            }
        }
    }

    private static void warnOfForeignLauncher() {
        for (String variable : FOREIGN) {
            String value = System.getenv(variable);
            if (value != null && !value.equals("1")) {
                System.err.println("jmpi: " + variable + "=" + value
                        + " is set by another MPI's launcher; this process is a job of its own, rank 0 of 1."
                        + " Start the program with JMPI's jmpiexec.");
                return;
            }
        }
    }

    /** The ways to other nodes, or null. */
    public Network network() {
        return network;
    }

    public Engine engine() {
        return engine;
    }

    public Contexts contexts() {
        return contexts;
    }

    /** COMM_WORLD. */
    public Communicator world() {
        return world;
    }

    /** COMM_SELF. */
    public Communicator self() {
        return self;
    }

    /** Sends what still waits to go out, and leaves the job in good order. */
    public void leave() {
        engine.enter();
        try {
            engine.flush();
            engine.leave();
        } finally {
            engine.exit();
        }
        entry.state(RankState.FINALIZED);
    }

    /** Ends this process at once; the daemon, which sees the code, ends the others. Never returns. */
    public void abort(int code) {
        System.out.flush();
        System.err.flush();
        entry.aborted(code);
        Runtime.getRuntime().halt(code);
    }
}
