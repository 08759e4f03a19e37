package io.jmpi.it.programs;

import io.jmpi.data.Element;
import io.jmpi.data.ForeignBuffer;
import io.jmpi.data.ForeignMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a device's memory is to MPI, without a device: doubles that only bulk copies reach. It insists on what is promised to
 * such memory: a message's parts come in order, each message ends, what is borrowed is given back, and nothing is touched that
 * a collective does not name.
 */
final class FarMemory implements ForeignBuffer {

    private final ByteBuffer bytes;
    private int messages;
    private int borrowed;

    FarMemory(double... values) {
        bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.nativeOrder());
        bytes.asDoubleBuffer().put(values);
    }

    /** The same value everywhere. */
    static FarMemory of(int length, double value) {
        double[] values = new double[length];
        java.util.Arrays.fill(values, value);
        return new FarMemory(values);
    }

    double get(int index) {
        return bytes.getDouble(index * Double.BYTES);
    }

    /** Nothing is under way here any more. */
    void expectIdle() {
        Check.same(0, messages, "messages that have not ended");
        Check.same(0, borrowed, "host memory that was not given back");
    }

    @Override
    public Element element() {
        return Element.DOUBLE;
    }

    @Override
    public int length() {
        return bytes.capacity() / Double.BYTES;
    }

    @Override
    public ForeignMemory memory() {
        return new Way();
    }

    @Override
    public ByteBuffer borrow(long offset, int length) {
        borrowed++;
        Check.that(offset >= 0 && offset + length <= bytes.capacity(), "borrows " + length + " bytes at " + offset);
        ByteBuffer host = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
        for (int i = 0; i + Double.BYTES <= length; i += Double.BYTES) {
            host.putDouble(i, Double.NaN);
        }
        return host;
    }

    @Override
    public void load(ByteBuffer host, int index, long offset, int length) {
        host.put(index, bytes, (int) offset, length);
    }

    @Override
    public void store(ByteBuffer host, int index, long offset, int length) {
        bytes.put((int) offset, host, index, length);
    }

    @Override
    public void giveBack(ByteBuffer host) {
        borrowed--;
    }

    private final class Way extends ForeignMemory {

        private long next = -1;

        Way() {
            super(FarMemory.this);
        }

        @Override
        public void begin(long offset, long length) {
            Check.same(-1, next, "a message begins in the midst of another");
            next = offset;
            messages++;
        }

        @Override
        public void end() {
            Check.that(next >= 0, "a message ends that has begun");
            next = -1;
            messages--;
        }

        private void step(long offset, int length) {
            if (next >= 0) {
                Check.same(next, offset, "where the next part is");
                next += length;
            }
        }

        @Override
        protected void read(long offset, ByteBuffer target, int index, int length) {
            step(offset, length);
            target.put(index, bytes, (int) offset, length);
        }

        @Override
        protected void write(ByteBuffer source, int index, long offset, int length) {
            step(offset, length);
            bytes.put((int) offset, source, index, length);
        }
    }
}
