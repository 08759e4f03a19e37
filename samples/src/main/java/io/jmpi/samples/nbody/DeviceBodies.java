package io.jmpi.samples.nbody;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.DeviceDoubles;
import io.jmpi.offload.Kernel;
import io.jmpi.offload.LocalMemory;
import io.jmpi.offload.OffloadException;
import io.jmpi.offload.Program;
import io.jmpi.offload.Range;
import io.jmpi.samples.FailureException;
import io.jmpi.samples.RankDevice;
import mpi.Intracomm;
import mpi.MPI;

/** Bodies that stay on a device from the first step to the last; messages take their places from there. */
final class DeviceBodies implements Bodies {

    private static final int GROUP = 64;

    private final int count;
    private final int own;
    private final int[] counts;
    private final int[] displacements;
    private final Accelerator accelerator;
    private final DeviceDoubles places;
    private final DeviceDoubles speeds;
    private final DeviceDoubles pulls;
    private final Kernel pull;
    private final Kernel accelerate;
    private final Kernel move;

    /** @param name a part of the device's name; empty for the rank's own */
    DeviceBodies(Start start, String name) {
        this.count = start.count();
        this.own = start.own();
        this.counts = start.partition().counts(DIMENSIONS);
        this.displacements = start.partition().displacements(DIMENSIONS);
        if (own == 0) {
            throw new FailureException("a rank without bodies has nothing to put on its device; take more bodies");
        }
        this.accelerator = RankDevice.openForDoubles(name);
        try {
            this.places = accelerator.copyOf(start.places());
            this.speeds = accelerator.copyOf(start.speeds());
            this.pulls = accelerator.doubles((DIMENSIONS + 1) * own);
            Program program = accelerator.program(
                    RankDevice.source(DeviceBodies.class, "bodies.cl"),
                    "-DN=" + count + " -DFIRST=" + start.first() + " -DGROUP=" + GROUP + " -DSOFTENING=" + SOFTENING);
            this.pull = program.kernel("pull").arguments(places, own, pulls, LocalMemory.ofDoubles(DIMENSIONS * GROUP));
            this.accelerate = program.kernel("accelerate").arguments(0.0, pulls, speeds);
            this.move = program.kernel("move").arguments(0.0, speeds, places);
        } catch (OffloadException e) {
            accelerator.close();
            throw new FailureException(e.getMessage());
        }
    }

    @Override
    public void share(Intracomm world) {
        world.allGatherv(places, counts, displacements, MPI.DOUBLE);
    }

    @Override
    public void pull() {
        pull.launch(Range.of(own).covering(GROUP));
    }

    @Override
    public void accelerate(double seconds) {
        accelerate.argument(0, seconds).launch(Range.of((long) DIMENSIONS * own));
    }

    @Override
    public void move(double seconds) {
        move.argument(0, seconds).launch(Range.of((long) DIMENSIONS * own));
        // So that the messages that follow take no longer than they do.
        accelerator.stream().finish();
    }

    @Override
    public double energy() {
        return Bodies.energy(speeds.toArray(), pulls.toArray(), count);
    }

    @Override
    public void close() {
        accelerator.close();
    }
}
