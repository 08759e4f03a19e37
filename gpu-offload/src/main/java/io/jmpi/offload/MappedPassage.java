package io.jmpi.offload;

import io.jmpi.data.ForeignMemory;
import java.nio.ByteBuffer;

/** Messages of an array in memory that the device shares with the host: nothing is copied but into the message. */
final class MappedPassage extends ForeignMemory {

    private final DeviceMemory memory;
    private ByteBuffer mapped;
    private long first;
    private long length;

    MappedPassage(DeviceArray array) {
        super(array);
        this.memory = array.deviceMemory();
    }

    @Override
    public void begin(long offset, long bytes) {
        first = offset;
        length = bytes;
    }

    @Override
    protected void read(long offset, ByteBuffer target, int index, int count) {
        ByteBuffer source = map(offset, count);
        target.put(index, source, (int) (offset - first), count);
        release();
    }

    @Override
    protected void write(ByteBuffer source, int index, long offset, int count) {
        ByteBuffer target = map(offset, count);
        target.put((int) (offset - first), source, index, count);
        release();
    }

    /** Maps all of the message, or this part if it is all that there is. */
    private ByteBuffer map(long offset, int count) {
        if (mapped == null) {
            if (length == 0) {
                first = offset;
                mapped = memory.map(memory.accelerator().stream(), offset, count);
            } else {
                mapped = memory.map(memory.accelerator().stream(), first, length);
            }
        }
        return mapped;
    }

    private void release() {
        if (length == 0) {
            end();
        }
    }

    @Override
    public void end() {
        if (mapped != null) {
            memory.unmap(memory.accelerator().stream(), mapped);
            mapped = null;
        }
        length = 0;
    }
}
