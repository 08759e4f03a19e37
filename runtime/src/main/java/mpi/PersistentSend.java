package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.progress.Engine;
import io.jmpi.progress.Operation;
import io.jmpi.progress.SendOperation;

/** A send to start again and again; its operation is made when it is first needed, and kept. */
final class PersistentSend implements Prequest.Starter {

    private final SendMode mode;
    private final Communicator comm;
    private final Cargo cargo;
    private final int dest;
    private final int tag;
    private SendOperation send;

    private PersistentSend(SendMode mode, Communicator comm, Cargo cargo, int dest, int tag) {
        this.mode = mode;
        this.comm = comm;
        this.cargo = cargo;
        this.dest = dest;
        this.tag = tag;
    }

    /** @param dest rank in the communicator, or {@link MPI#PROC_NULL} */
    static Prequest request(SendMode mode, Communicator comm, Cargo cargo, int dest, int tag) {
        return new Prequest(
                comm, false, dest == MPI.PROC_NULL ? () -> null : new PersistentSend(mode, comm, cargo, dest, tag));
    }

    @Override
    public Operation start() {
        if (mode == SendMode.BUFFERED) {
            SendModes.sendBuffered(comm, cargo, dest, tag);
            return null;
        }
        Engine engine = comm.engine();
        int peer = comm.peers().toWorld(dest);
        engine.enter();
        try {
            boolean synchronous = mode == SendMode.SYNCHRONOUS;
            if (!synchronous
                    && engine.trySend(
                            peer,
                            comm.context(),
                            tag,
                            cargo.buffer(),
                            cargo.memory(),
                            cargo.offset(),
                            cargo.length())) {
                return null;
            }
            if (send == null) {
                send = new SendOperation();
            }
            engine.start(send.prepare(
                    peer,
                    comm.context(),
                    tag,
                    cargo.buffer(),
                    cargo.memory(),
                    cargo.offset(),
                    cargo.length(),
                    synchronous));
            return send;
        } finally {
            engine.exit();
        }
    }
}
