package io.jmpi.offload;

import java.util.ArrayList;
import java.util.List;
import org.jocl.CL;
import org.jocl.cl_device_id;
import org.jocl.cl_kernel;
import org.jocl.cl_program;

/** Kernels that were compiled together for one accelerator. May be used from any thread. */
public final class Program implements AutoCloseable {

    private static final String ARGUMENT_NAMES = " -cl-kernel-arg-info";

    private final Accelerator accelerator;
    private final cl_program program;
    private final List<Kernel> kernels = new ArrayList<>();
    private boolean closed;

    private Program(Accelerator accelerator, cl_program program) {
        this.accelerator = accelerator;
        this.program = program;
    }

    static Program build(Accelerator accelerator, String source, String options) {
        int[] status = new int[1];
        cl_program program =
                CL.clCreateProgramWithSource(accelerator.context(), 1, new String[] {source}, null, status);
        Cl.check(status[0], "make a program");
        cl_device_id device = accelerator.device().id();
        int built = CL.clBuildProgram(program, 1, new cl_device_id[] {device}, options + ARGUMENT_NAMES, null, null);
        if (built != CL.CL_SUCCESS) {
            String log = ((Query) (what, size, value, needed) ->
                            CL.clGetProgramBuildInfo(program, device, what, size, value, needed))
                    .text(CL.CL_PROGRAM_BUILD_LOG);
            CL.clReleaseProgram(program);
            throw new OffloadException("the program does not compile for " + accelerator.device() + ": "
                    + (log.isEmpty() ? CL.stringFor_errorCode(built) : "\n" + log));
        }
        return new Program(accelerator, program);
    }

    Accelerator accelerator() {
        return accelerator;
    }

    /**
     * A kernel, with arguments of its own.
     *
     * @param name of a kernel function in the source
     * @return closed with this program
     * @throws OffloadException when there is no such function
     */
    public synchronized Kernel kernel(String name) {
        if (closed) {
            throw new OffloadException("the program of kernel " + name + " has been closed");
        }
        int[] status = new int[1];
        cl_kernel id = CL.clCreateKernel(program, name, status);
        if (status[0] == CL.CL_INVALID_KERNEL_NAME) {
            throw new OffloadException("no kernel " + name + " in the program; there are: " + names());
        }
        Cl.check(status[0], "make the kernel " + name);
        Kernel kernel = new Kernel(this, id, name);
        kernels.add(kernel);
        return kernel;
    }

    private String names() {
        return ((Query) (what, size, value, needed) -> CL.clGetProgramInfo(program, what, size, value, needed))
                .text(CL.CL_PROGRAM_KERNEL_NAMES)
                .replace(";", ", ");
    }

    /** Gives the program and its kernels back, once what was enqueued is done. */
    @Override
    public synchronized void close() {
        if (accelerator.forget(this)) {
            closed = true;
            kernels.forEach(Kernel::release);
            CL.clReleaseProgram(program);
        }
    }

    @Override
    public String toString() {
        return "a program with the kernels " + (closed ? "(closed)" : names());
    }
}
