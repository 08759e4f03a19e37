package io.jmpi.offload;

import io.jmpi.data.ForeignMemory;
import java.nio.ByteBuffer;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_event;

/**
 * Messages of an array in a device's own memory, through chunks of pinned memory: while one of them goes into the message, or
 * is filled by it, the device works on the others.
 *
 * <pre>
 *            device  --&gt;  [chunk]  [chunk]  [chunk]  --&gt;  message
 *     transferred ahead      3        2        1         packed piece by piece
 * </pre>
 */
final class ChunkedPassage extends ForeignMemory {

    /** Long enough that starting a transfer does not count, short enough to fill the pipe soon. */
    private static final int CHUNK = 1 << 20;

    private static final int CHUNKS = 3;

    private final DeviceMemory memory;
    private final Stream stream;
    private final ByteBuffer[] chunks = new ByteBuffer[CHUNKS];
    private final cl_event[] events = new cl_event[CHUNKS];

    private long first; // of the message
    private long end;
    private long ahead; // up to where transfers have begun
    private long done; // up to where the message is packed or unpacked

    ChunkedPassage(DeviceArray array) {
        super(array);
        this.memory = array.deviceMemory();
        this.stream = memory.accelerator().stream();
    }

    @Override
    public void begin(long offset, long bytes) {
        first = done = ahead = offset;
        end = offset + bytes;
    }

    @Override
    protected void read(long offset, ByteBuffer target, int index, int count) {
        if (end == first) {
            readAtOnce(offset, target, index, count);
            return;
        }
        int left = count;
        while (left > 0) {
            while (ahead < end && ahead < chunkStart(done) + (long) CHUNKS * CHUNK) {
                fetch();
            }
            int chunk = chunkOf(done);
            await(chunk);
            int within = (int) (done - chunkStart(done));
            int part = Math.min(left, CHUNK - within);
            target.put(index + count - left, chunks[chunk], within, part);
            left -= part;
            done += part;
        }
    }

    private void readAtOnce(long offset, ByteBuffer target, int index, int count) {
        ByteBuffer chunk = chunk(0);
        for (int at = 0; at < count; at += CHUNK) {
            int part = Math.min(CHUNK, count - at);
            memory.read(stream, offset + at, part, Pointer.to(chunk), true, null);
            target.put(index + at, chunk, 0, part);
        }
        end();
    }

    /** Begins to transfer the next chunk from the device. */
    private void fetch() {
        int chunk = chunkOf(ahead);
        int length = (int) Math.min(CHUNK, end - ahead);
        cl_event event = new cl_event();
        memory.read(stream, ahead, length, Pointer.to(chunk(chunk)), false, event);
        stream.flush();
        events[chunk] = event;
        ahead += length;
    }

    @Override
    protected void write(ByteBuffer source, int index, long offset, int count) {
        if (end == first) {
            begin(offset, count);
            write(source, index, offset, count);
            end();
            return;
        }
        int left = count;
        while (left > 0) {
            int chunk = chunkOf(done);
            int within = (int) (done - chunkStart(done));
            if (within == 0) {
                await(chunk);
            }
            int part = Math.min(left, CHUNK - within);
            chunk(chunk).put(within, source, index + count - left, part);
            left -= part;
            done += part;
            if (done == end || within + part == CHUNK) {
                deliver();
            }
        }
    }

    /** Begins to transfer to the device what has come since the last time. */
    private void deliver() {
        long start = chunkStart(done - 1);
        int chunk = chunkOf(start);
        cl_event event = new cl_event();
        memory.write(stream, start, done - start, Pointer.to(chunks[chunk]), false, event);
        stream.flush();
        events[chunk] = event;
        ahead = done;
    }

    /** Waits until the device has done with a chunk. */
    private void await(int chunk) {
        cl_event event = events[chunk];
        if (event != null) {
            events[chunk] = null;
            int status = CL.clWaitForEvents(1, new cl_event[] {event});
            CL.clReleaseEvent(event);
            Cl.check(status, "move data of " + memory);
        }
    }

    private long chunkStart(long position) {
        return first + (position - first) / CHUNK * CHUNK;
    }

    private int chunkOf(long position) {
        return (int) ((position - first) / CHUNK % CHUNKS);
    }

    private ByteBuffer chunk(int number) {
        if (chunks[number] == null) {
            chunks[number] = memory.accelerator().pinned().take(CHUNK);
        }
        return chunks[number];
    }

    @Override
    public void end() {
        boolean writing = done > ahead;
        if (writing) {
            deliver();
        }
        first = end = done = ahead = 0;
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            await(chunk);
            if (chunks[chunk] != null) {
                memory.accelerator().pinned().giveBack(chunks[chunk]);
                chunks[chunk] = null;
            }
        }
    }
}
