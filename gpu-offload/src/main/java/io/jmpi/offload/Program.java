package io.jmpi.offload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jocl.CL;
import org.jocl.cl_kernel;
import org.jocl.cl_program;

/** Kernels that were compiled together for one accelerator. May be used from any thread. */
public final class Program implements AutoCloseable {

    private final Accelerator accelerator;
    private final cl_program program;
    private final Map<String, List<Declaration>> declared;
    private final boolean cached;
    private final List<Kernel> kernels = new ArrayList<>();
    private boolean closed;

    Program(Accelerator accelerator, cl_program program, Map<String, List<Declaration>> declared, boolean cached) {
        this.accelerator = accelerator;
        this.program = program;
        this.declared = declared;
        this.cached = cached;
    }

    /** Whether no compiler was needed. */
    boolean isCached() {
        return cached;
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
        List<Declaration> parameters = declared.get(name);
        if (parameters == null) {
            throw new OffloadException("no kernel " + name + " in the program; there are: " + names());
        }
        int[] status = new int[1];
        cl_kernel id = CL.clCreateKernel(program, name, status);
        Cl.check(status[0], "make the kernel " + name);
        Kernel kernel = new Kernel(this, id, name, parameters);
        kernels.add(kernel);
        return kernel;
    }

    private String names() {
        return String.join(", ", declared.keySet());
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
        return "a program with the kernels " + names();
    }
}
