package io.jmpi.offload;

import java.nio.charset.StandardCharsets;
import org.jocl.CL;
import org.jocl.Pointer;

/** Properties of something in OpenCL, which are asked for twice: how long, then what. */
interface Query {

    int get(int name, long size, Pointer value, long[] needed);

    /** A text; empty if there is none. */
    default String text(int name) {
        long[] size = new long[1];
        if (get(name, 0, null, size) != CL.CL_SUCCESS || size[0] == 0) {
            return "";
        }
        byte[] bytes = new byte[(int) size[0]];
        Cl.check(get(name, bytes.length, Pointer.to(bytes), null), "ask a device for its properties");
        int length = bytes[bytes.length - 1] == 0 ? bytes.length - 1 : bytes.length;
        return new String(bytes, 0, length, StandardCharsets.UTF_8).strip();
    }

    /** A number of 4 or 8 bytes; 0 if there is none. */
    default long number(int name) {
        long[] size = new long[1];
        long[] value = new long[1];
        if (get(name, 0, null, size) != CL.CL_SUCCESS) {
            return 0;
        }
        Cl.check(get(name, Math.min(size[0], Long.BYTES), Pointer.to(value), null), "ask a device for its properties");
        return size[0] == Integer.BYTES ? value[0] & 0xffff_ffffL : value[0];
    }
}
