package io.jmpi.offload;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_device_id;
import org.jocl.cl_kernel;
import org.jocl.cl_program;

/** The way from source to a program that runs: out of the cache, or through the compiler and into it. */
final class Build {

    private static final String ARGUMENT_NAMES = " -cl-kernel-arg-info";

    private final Accelerator accelerator;
    private final cl_device_id[] device;
    private final String source;
    private final String options;

    Build(Accelerator accelerator, String source, String options) {
        this.accelerator = accelerator;
        this.device = new cl_device_id[] {accelerator.device().id()};
        this.source = source;
        this.options = options;
    }

    Program run(ProgramCache cache) {
        if (source.contains("#include")) {
            // What it includes is not part of the key.
            return compiled(null, cache);
        }
        String key = ProgramCache.key(accelerator.device(), source, options);
        CompiledProgram found = cache.find(key);
        if (found != null) {
            cl_program loaded = load(found.binary());
            if (loaded != null) {
                return new Program(accelerator, loaded, found.kernels(), true);
            }
        }
        return compiled(key, cache);
    }

    private Program compiled(String key, ProgramCache cache) {
        cl_program program = compile();
        Map<String, List<Declaration>> kernels = kernels(program, Declaration.names(source));
        byte[] binary = key == null ? new byte[0] : binary(program);
        if (binary.length > 0) {
            cache.keep(key, new CompiledProgram(binary, kernels));
        }
        return new Program(accelerator, program, kernels, false);
    }

    /** Null if the driver does not take it. */
    private cl_program load(byte[] binary) {
        int[] status = new int[1];
        long[] length = {binary.length};
        cl_program program = CL.clCreateProgramWithBinary(
                accelerator.context(), 1, device, length, new byte[][] {binary}, null, status);
        if (status[0] != CL.CL_SUCCESS) {
            return null;
        }
        if (CL.clBuildProgram(program, 1, device, options, null, null) != CL.CL_SUCCESS) {
            CL.clReleaseProgram(program);
            return null;
        }
        return program;
    }

    private cl_program compile() {
        int[] status = new int[1];
        cl_program program =
                CL.clCreateProgramWithSource(accelerator.context(), 1, new String[] {source}, null, status);
        Cl.check(status[0], "make a program");
        int built = CL.clBuildProgram(program, 1, device, options + ARGUMENT_NAMES, null, null);
        if (built != CL.CL_SUCCESS) {
            String log = ((Query) (what, size, value, needed) ->
                            CL.clGetProgramBuildInfo(program, device[0], what, size, value, needed))
                    .text(CL.CL_PROGRAM_BUILD_LOG);
            CL.clReleaseProgram(program);
            throw new OffloadException("the program does not compile for " + accelerator.device() + ": "
                    + (log.isEmpty() ? CL.stringFor_errorCode(built) : "\n" + log)
                    + remedy());
        }
        return program;
    }

    private String remedy() {
        return accelerator.device().hasDoubles() || !source.contains("double")
                ? ""
                : "\nThe device does not compute with doubles; use floats, or another device.";
    }

    private static Map<String, List<Declaration>> kernels(cl_program program, Map<String, String> types) {
        Map<String, List<Declaration>> kernels = new TreeMap<>();
        String names = ((Query) (what, size, value, needed) -> CL.clGetProgramInfo(program, what, size, value, needed))
                .text(CL.CL_PROGRAM_KERNEL_NAMES);
        for (String name : names.split(";")) {
            if (!name.isEmpty()) {
                int[] status = new int[1];
                cl_kernel kernel = CL.clCreateKernel(program, name, status);
                Cl.check(status[0], "make the kernel " + name);
                kernels.put(name, Declaration.of(kernel, types));
                CL.clReleaseKernel(kernel);
            }
        }
        return kernels;
    }

    /** Empty if the driver gives none. */
    private static byte[] binary(cl_program program) {
        long[] length = new long[1];
        int status = CL.clGetProgramInfo(program, CL.CL_PROGRAM_BINARY_SIZES, Sizeof.size_t, Pointer.to(length), null);
        if (status != CL.CL_SUCCESS || length[0] <= 0 || length[0] > Integer.MAX_VALUE) {
            return new byte[0];
        }
        byte[] binary = new byte[(int) length[0]];
        Pointer places = Pointer.to(new Pointer[] {Pointer.to(binary)});
        status = CL.clGetProgramInfo(program, CL.CL_PROGRAM_BINARIES, Sizeof.POINTER, places, null);
        return status == CL.CL_SUCCESS ? binary : new byte[0];
    }
}
