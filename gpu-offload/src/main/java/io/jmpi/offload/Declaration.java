package io.jmpi.offload;

import java.util.ArrayList;
import java.util.List;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_kernel;

/**
 * A parameter in the words of the source.
 *
 * @param type such as "float*"; empty where the driver does not say
 * @param name empty likewise
 * @param address where it lies, as OpenCL numbers it
 */
record Declaration(String type, String name, int address) {

    /** All parameters of a kernel. */
    static List<Declaration> of(cl_kernel kernel) {
        int[] count = new int[1];
        Cl.check(
                CL.clGetKernelInfo(kernel, CL.CL_KERNEL_NUM_ARGS, Integer.BYTES, Pointer.to(count), null),
                "ask for the parameters of a kernel");
        List<Declaration> all = new ArrayList<>(count[0]);
        for (int i = 0; i < count[0]; i++) {
            int index = i;
            Query query =
                    (what, size, value, needed) -> CL.clGetKernelArgInfo(kernel, index, what, size, value, needed);
            all.add(new Declaration(query.text(CL.CL_KERNEL_ARG_TYPE_NAME), query.text(CL.CL_KERNEL_ARG_NAME), (int)
                    query.number(CL.CL_KERNEL_ARG_ADDRESS_QUALIFIER)));
        }
        return all;
    }
}
