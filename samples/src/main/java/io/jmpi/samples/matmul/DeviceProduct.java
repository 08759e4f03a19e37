package io.jmpi.samples.matmul;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.DeviceDoubles;
import io.jmpi.offload.OffloadException;
import io.jmpi.offload.blas.Gemm;
import io.jmpi.samples.FailureException;
import io.jmpi.samples.Partition;
import io.jmpi.samples.Progress;
import io.jmpi.samples.RankDevice;
import java.nio.DoubleBuffer;
import mpi.Intracomm;
import mpi.MPI;

/**
 * A product of which every rank computes some rows on its OpenCL device. What rank 0 has in the memory of its host the others
 * receive into that of their devices, and send from there. Of one rank it is that rank's product on its device.
 */
final class DeviceProduct implements Product {

    private static final int ROOT = 0;

    private final Intracomm ranks;
    private final Matrices matrices;
    private final Shape own;
    private final Partition partition;
    private final boolean isRoot;
    private final Accelerator accelerator;
    private final DeviceDoubles a;
    private final DeviceDoubles b;
    private final DeviceDoubles c;
    private final Gemm gemm;

    /**
     * Prepares this rank, with room on its device for its part; exchanges no messages.
     *
     * @param ranks all ranks, or one alone
     * @throws FailureException when there is no device that can do it, with the remedy
     */
    DeviceProduct(Intracomm ranks, Setting setting) {
        this.ranks = ranks;
        this.matrices = setting.matrices();
        this.partition = new Partition(matrices.shape().rows(), ranks.getSize());
        this.own = matrices.shape().withRows(partition.count(ranks.getRank()));
        this.isRoot = ranks.getRank() == ROOT;
        this.accelerator = RankDevice.openForDoubles(setting.device());
        try {
            // A rank without rows has arrays all the same.
            this.a = accelerator.doubles(Math.max(1, own.rows() * own.inner()));
            this.b = accelerator.doubles(own.inner() * own.columns());
            this.c = accelerator.doubles(Math.max(1, own.rows() * own.columns()));
            this.gemm = setting.tuning() == null ? Gemm.of(accelerator) : Gemm.tuned(accelerator, setting.tuning());
            // Whatever is in them: this asks for all the memory that it takes, and searches for the tiles if it is to.
            multiplyRows();
        } catch (OffloadException e) {
            accelerator.close();
            throw new FailureException(e.getMessage());
        }
    }

    /** Once, for on a device little is compiled while it runs. */
    @Override
    public void rehearse() {
        multiply(Progress.NONE);
    }

    @Override
    public Times multiply(Progress progress) {
        ranks.barrier();
        Stopwatch watch = new Stopwatch();
        progress.show("scattering A");
        scatterRows();
        double scatter = watch.lap();
        progress.show("broadcasting B");
        ranks.bcast(isRoot ? matrices.b() : b, own.inner() * own.columns(), MPI.DOUBLE, ROOT);
        double broadcast = watch.lap();
        if (isRoot) {
            progress.show("writing A and B to the device");
            a.write(0, first(matrices.a(), own.rows() * own.inner()));
            b.write(0, matrices.b());
        }
        double transfer = watch.lap();
        progress.show("multiplying on " + accelerator.device().name());
        multiplyRows();
        double computation = watch.lap();
        progress.show("waiting for the other ranks");
        ranks.barrier();
        double waiting = watch.lap();
        if (isRoot) {
            progress.show("reading C from the device");
            c.read(0, first(matrices.c(), own.rows() * own.columns()));
        }
        transfer += watch.lap();
        progress.show("gathering C");
        gatherRows();
        double gather = watch.lap();
        return Times.of(scatter, broadcast, gather, transfer, computation, waiting)
                .longest(ranks);
    }

    private static DoubleBuffer first(DoubleBuffer matrix, int elements) {
        return matrix.duplicate().limit(elements);
    }

    private void scatterRows() {
        int width = own.inner();
        if (isRoot) {
            ranks.scatterv(matrices.a(), partition.counts(width), partition.displacements(width), MPI.DOUBLE, ROOT);
        } else {
            ranks.scatterv(a, own.rows() * width, MPI.DOUBLE, ROOT);
        }
    }

    private void multiplyRows() {
        gemm.multiply(a, b, c, own.rows(), own.columns(), own.inner());
        accelerator.stream().finish();
    }

    private void gatherRows() {
        int width = own.columns();
        if (isRoot) {
            ranks.gatherv(matrices.c(), partition.counts(width), partition.displacements(width), MPI.DOUBLE, ROOT);
        } else {
            ranks.gatherv(c, own.rows() * width, MPI.DOUBLE, ROOT);
        }
    }

    @Override
    public void close() {
        gemm.close();
        accelerator.close();
    }

    /** The device's name. */
    @Override
    public String toString() {
        return accelerator.device().name();
    }
}
