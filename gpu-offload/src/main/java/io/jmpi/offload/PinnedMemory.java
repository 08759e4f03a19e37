package io.jmpi.offload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jocl.CL;
import org.jocl.cl_mem;

/**
 * Memory of this process that the device's transfers reach without a copy by the driver, kept for the next ones. Pieces are
 * powers of two long.
 */
final class PinnedMemory {

    private static final int SHORTEST = 64 << 10;
    private static final int CLASSES = 16;

    /** Bytes of free pieces; more than that is given back to the system. */
    private static final long MOST_KEPT = 256L << 20;

    private final Accelerator accelerator;
    private final List<Deque<Piece>> free = new ArrayList<>();
    private final Map<ByteBuffer, Piece> taken = new IdentityHashMap<>();
    private long kept;

    private record Piece(cl_mem memory, ByteBuffer mapped, int kind) {}

    PinnedMemory(Accelerator accelerator) {
        this.accelerator = accelerator;
        for (int kind = 0; kind < CLASSES; kind++) {
            free.add(new ArrayDeque<>());
        }
    }

    private static int kind(int length) {
        int kind = 0;
        while (kind < CLASSES - 1 && (long) SHORTEST << kind < length) {
            kind++;
        }
        return kind;
    }

    /** At least so many bytes, in the machine's order. */
    synchronized ByteBuffer take(int length) {
        int kind = kind(length);
        Piece piece = free.get(kind).poll();
        if (piece == null) {
            piece = make((int) Math.max(length, Math.min((long) SHORTEST << kind, Integer.MAX_VALUE)), kind);
        } else {
            kept -= piece.mapped.capacity();
        }
        taken.put(piece.mapped, piece);
        return piece.mapped;
    }

    private Piece make(int length, int kind) {
        int[] status = new int[1];
        String what = "take " + length + " bytes of pinned memory for " + accelerator.device();
        cl_mem memory = CL.clCreateBuffer(
                accelerator.context(), CL.CL_MEM_READ_WRITE | CL.CL_MEM_ALLOC_HOST_PTR, length, null, status);
        Cl.check(status[0], what);
        ByteBuffer mapped = CL.clEnqueueMapBuffer(
                accelerator.stream().queue(),
                memory,
                true,
                CL.CL_MAP_READ | CL.CL_MAP_WRITE,
                0,
                length,
                0,
                null,
                null,
                status);
        Cl.check(status[0], what);
        return new Piece(memory, mapped.order(ByteOrder.nativeOrder()), kind);
    }

    synchronized void giveBack(ByteBuffer mapped) {
        Piece piece = taken.remove(mapped);
        if (kept + mapped.capacity() > MOST_KEPT) {
            release(piece);
        } else {
            kept += mapped.capacity();
            free.get(piece.kind).push(piece);
        }
    }

    private void release(Piece piece) {
        CL.clEnqueueUnmapMemObject(accelerator.stream().queue(), piece.memory, piece.mapped, 0, null, null);
        CL.clReleaseMemObject(piece.memory);
    }

    synchronized void close() {
        for (Deque<Piece> pieces : free) {
            pieces.forEach(this::release);
            pieces.clear();
        }
        taken.values().forEach(this::release);
        taken.clear();
        kept = 0;
    }
}
