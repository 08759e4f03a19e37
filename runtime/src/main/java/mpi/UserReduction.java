package mpi;

import io.jmpi.data.Element;
import io.jmpi.data.Reduction;
import io.jmpi.data.UserMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A program's function, on items of a datatype. Works through long vectors in pieces that stay in a cache, and in which items
 * lie as the datatype says, gaps included, as they do in the program's own buffers.
 */
record UserReduction(UserFunction function, Datatype type) implements Reduction {

    private static final int PIECE_BYTES = 64 << 10;

    /** Whether a buffer of items can begin with the origin of the first. */
    static boolean supports(Datatype type) {
        return type.layout().trueLowerBound() >= 0
                && type.layout().extent() >= 0
                && type.layout().size() > 0;
    }

    @Override
    public void reduce(Object source, long sourceOffset, Object target, long targetOffset, long count) {
        long unit = type.bytes(1);
        int most = (int) Math.min(count, Math.max(1, PIECE_BYTES / Math.max(unit, type.span(1))));
        boolean truths = type.base() == Element.BOOLEAN;
        int span = Math.toIntExact(type.span(most));
        Object in = truths ? new boolean[span] : bytes(span);
        Object inOut = truths ? new boolean[span] : bytes(span);
        for (long done = 0; done < count; done += most) {
            int piece = (int) Math.min(most, count - done);
            long length = piece * unit;
            UserMemory.copyBetween(source, sourceOffset + done * unit, items(in), 0, length);
            UserMemory.copyBetween(target, targetOffset + done * unit, items(inOut), 0, length);
            call(in, inOut, piece);
            UserMemory.copyBetween(items(inOut), 0, target, targetOffset + done * unit, length);
        }
    }

    /** The items of a buffer without the gaps. */
    private Object items(Object buffer) {
        return type.isElementary() ? buffer : type.packed(buffer, 0);
    }

    private void call(Object in, Object inOut, int count) {
        if (in instanceof ByteBuffer left && inOut instanceof ByteBuffer right) {
            int length = (int) type.span(count);
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
        Element element = type.base();
        int length = (int) type.span(count) & -element.size();
        Object left = element.newArray(length >> element.shift());
        Object right = element.newArray(length >> element.shift());
        UserMemory.copyBetween(in, 0, left, 0, length);
        UserMemory.copyBetween(inOut, 0, right, 0, length);
        function.call(left, right, count, type);
        UserMemory.copyBetween(right, 0, inOut, 0, length);
    }
}
