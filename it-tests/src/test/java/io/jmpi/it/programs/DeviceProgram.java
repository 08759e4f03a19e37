package io.jmpi.it.programs;

import mpi.MPI;

/** All checks of device arrays for the world it is started in. */
public final class DeviceProgram {

    private DeviceProgram() {}

    /**
     * @param args not used
     */
    public static void main(String[] args) throws Exception {
        MPI.Init(args);
        Checks checks = new Checks(MPI.COMM_WORLD);
        DeviceChecks.addTo(checks);
        System.out.println("rank " + MPI.COMM_WORLD.getRank() + ": " + checks.count() + " checks passed");
        MPI.Finalize();
    }
}
