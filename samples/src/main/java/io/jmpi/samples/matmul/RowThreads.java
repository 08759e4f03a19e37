package io.jmpi.samples.matmul;

import io.jmpi.samples.Partition;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mpi.MPI;

/** Threads of one JVM, each of which multiplies some rows of A with B. They see the same memory, so nothing is sent. */
final class RowThreads implements Multiplier {

    private final int threads;
    private final Multiplier each;
    private final ExecutorService pool;

    /**
     * Starts the threads.
     *
     * @param each how a thread multiplies; all call it at once
     */
    RowThreads(int threads, Multiplier each) {
        this.threads = threads;
        this.each = each;
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "rows");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void multiply(Shape shape, DoubleBuffer a, DoubleBuffer b, DoubleBuffer c) {
        Partition partition = new Partition(shape.rows(), threads);
        List<Future<?>> parts = new ArrayList<>(threads);
        for (int i = 0; i < threads; i++) {
            Shape part = shape.withRows(partition.count(i));
            DoubleBuffer rowsOfA = MPI.slice(a, partition.first(i) * shape.inner());
            DoubleBuffer rowsOfC = MPI.slice(c, partition.first(i) * shape.columns());
            parts.add(pool.submit(() -> each.multiply(part, rowsOfA, b, rowsOfC)));
        }
        for (Future<?> part : parts) {
            await(part);
        }
    }

    private static void await(Future<?> part) {
        try {
            part.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread could not multiply its rows: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while other threads multiply", e);
        }
    }

    @Override
    public void close() {
        pool.shutdown();
        each.close();
    }
}
