package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.progress.Engine;
import io.jmpi.progress.Operation;
import io.jmpi.progress.ReceiveOperation;

/** A receive to start again and again. */
final class PersistentReceive implements Prequest.Starter {

    private final Communicator comm;
    private final Cargo cargo;
    private final int source;
    private final int tag;
    private final ReceiveOperation receive = new ReceiveOperation();

    private PersistentReceive(Communicator comm, Cargo cargo, int source, int tag) {
        this.comm = comm;
        this.cargo = cargo;
        this.source = source;
        this.tag = tag;
    }

    /** @param source rank in COMM_WORLD, or {@link MPI#ANY_SOURCE} or {@link MPI#PROC_NULL} */
    static Prequest request(Communicator comm, Cargo cargo, int source, int tag) {
        return new Prequest(
                comm, true, source == MPI.PROC_NULL ? () -> null : new PersistentReceive(comm, cargo, source, tag));
    }

    @Override
    public Operation start() {
        Engine engine = comm.engine();
        engine.enter();
        try {
            engine.start(receive.prepare(
                    source, comm.context(), tag, cargo.buffer(), cargo.memory(), cargo.offset(), cargo.length()));
            return receive;
        } finally {
            engine.exit();
        }
    }
}
