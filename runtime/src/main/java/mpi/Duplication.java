package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.coll.ContextSearch;
import io.jmpi.progress.Completion;
import io.jmpi.progress.Operation;

/** A duplicate that is being made while the program does something else. */
final class Duplication implements Completion {

    private final Communicator parent;
    private final Comm copy;

    private Duplication(Communicator parent, Comm copy) {
        this.parent = parent;
        this.copy = copy;
    }

    static Request start(Communicator parent, Comm copy) {
        ContextSearch search = new ContextSearch(parent, MPI.joined().contexts());
        search.tell(new Duplication(parent, copy));
        search.start();
        return new Request(parent, search, false);
    }

    @Override
    public void completed(Operation search) {
        if (search.outcome() == Operation.OK) {
            copy.bind(parent.in(((ContextSearch) search).context()));
        }
    }
}
