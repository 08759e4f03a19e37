package mpi;

import io.jmpi.data.Element;
import io.jmpi.data.Reduction;
import io.jmpi.data.UserMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A program's function, on elements of a datatype. Works through long vectors in pieces that stay in a cache. */
record UserReduction(UserFunction function, Datatype type) implements Reduction {

    private static final int PIECE_BYTES = 64 << 10;

    @Override
    public void reduce(Object source, long sourceOffset, Object target, long targetOffset, long count) {
        int unit = type.element().size();
        int most = (int) Math.min(count, Math.max(1, PIECE_BYTES / unit));
        Element element = type.element();
        Object in = element == Element.BOOLEAN ? new boolean[most] : bytes(most * unit);
        Object inOut = element == Element.BOOLEAN ? new boolean[most] : bytes(most * unit);
        for (long done = 0; done < count; done += most) {
            int piece = (int) Math.min(most, count - done);
            long length = (long) piece * unit;
            UserMemory.copyBetween(source, sourceOffset + done * unit, in, 0, length);
            UserMemory.copyBetween(target, targetOffset + done * unit, inOut, 0, length);
            call(in, inOut, piece);
            UserMemory.copyBetween(inOut, 0, target, targetOffset + done * unit, length);
        }
    }

    private void call(Object in, Object inOut, int count) {
        if (in instanceof ByteBuffer left && inOut instanceof ByteBuffer right) {
            int length = count * type.element().size();
            function.call(view(left, length), view(right, length), count, type);
        } else {
            function.call(in, inOut, count, type);
        }
    }

    private static ByteBuffer bytes(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }

    /** The beginning of a buffer, whatever the function has done to one before. */
    private static ByteBuffer view(ByteBuffer buffer, int length) {
        return buffer.slice(0, length).order(ByteOrder.nativeOrder());
    }

    /** Calls the function's form for arrays on data in byte buffers. */
    static void callOnArrays(UserFunction function, ByteBuffer in, ByteBuffer inOut, int count, Datatype type) {
        Element element = type.element();
        int length = count * element.size();
        Object left = element.newArray(length >> element.shift());
        Object right = element.newArray(length >> element.shift());
        UserMemory.copyBetween(in, 0, left, 0, length);
        UserMemory.copyBetween(inOut, 0, right, 0, length);
        function.call(left, right, count, type);
        UserMemory.copyBetween(right, 0, inOut, 0, length);
    }
}
