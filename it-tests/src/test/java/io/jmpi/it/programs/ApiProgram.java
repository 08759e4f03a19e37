package io.jmpi.it.programs;

import mpi.Intracomm;
import mpi.MPI;

/** All checks of the API for the world it is started in. */
public final class ApiProgram {

    private ApiProgram() {}

    /**
     * @param args names of checks; all if there are none
     */
    public static void main(String[] args) throws Exception {
        ErrorChecks.beforeInit();
        MPI.Init(args);
        Intracomm world = MPI.COMM_WORLD;
        Check.that(MPI.isInitialized() && !MPI.isFinalized(), "initialized");
        Check.that(MPI.isThreadMain(), "the thread that called Init is the main one");
        Check.same(MPI.THREAD_SINGLE, MPI.queryThread(), "thread level");
        Check.same(1, MPI.COMM_SELF.getSize(), "size of COMM_SELF");
        Checks checks = new Checks(world);
        String chosen = String.join(" ", args);
        if (wants(chosen, "messages")) {
            MessageChecks.addTo(checks);
        }
        if (wants(chosen, "buffers")) {
            BufferChecks.addTo(checks);
        }
        if (wants(chosen, "requests")) {
            RequestChecks.addTo(checks);
        }
        if (wants(chosen, "modes")) {
            ModeChecks.addTo(checks);
        }
        if (wants(chosen, "errors")) {
            ErrorChecks.addTo(checks);
        }
        if (wants(chosen, "collectives")) {
            CollectiveChecks.addTo(checks);
        }
        if (wants(chosen, "exchanges")) {
            ExchangeChecks.addTo(checks);
        }
        if (wants(chosen, "flight")) {
            InFlightChecks.addTo(checks);
        }
        if (wants(chosen, "persistent")) {
            PersistentChecks.addTo(checks);
        }
        if (wants(chosen, "communicators")) {
            CommunicatorChecks.addTo(checks);
        }
        if (wants(chosen, "commons")) {
            CommonsChecks.addTo(checks);
        }
        if (wants(chosen, "types")) {
            TypeChecks.addTo(checks);
            TypeReductionChecks.addTo(checks);
        }
        if (wants(chosen, "foreign")) {
            ForeignChecks.addTo(checks);
        }
        if (wants(chosen, "groups")) {
            GroupChecks.addTo(checks);
        }
        if (wants(chosen, "topologies")) {
            TopologyChecks.addTo(checks);
        }
        if (wants(chosen, "objects")) {
            ObjectChecks.addTo(checks);
        }
        int rank = world.getRank();
        int size = world.getSize();
        MPI.Finalize();
        ErrorChecks.afterFinalize();
        System.out.println("rank " + rank + " of " + size + ": " + checks.count() + " checks passed");
    }

    private static boolean wants(String chosen, String name) {
        return chosen.isEmpty() || chosen.contains(name);
    }
}
