package io.jmpi.samples.devices;

import java.nio.Buffer;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_platform_id;
import org.jocl.cl_program;

/** A device by OpenCL's own calls, as a program without JMPI would make them: what the API is compared with. */
final class RawDevice implements AutoCloseable {

    private final cl_context context;
    private final cl_command_queue queue;
    private final cl_program program;
    private final cl_kernel kernel;
    private final cl_mem memory;

    /**
     * @param index of the device, in the order of OpenCL
     * @param bytes of its array
     */
    @SuppressWarnings("deprecation") // by the call of OpenCL 1, as the API does
    RawDevice(int index, String source, String name, long bytes) {
        CL.setExceptionsEnabled(false);
        cl_platform_id platform = null;
        cl_device_id device = null;
        int left = index;
        for (cl_platform_id one : platforms()) {
            cl_device_id[] devices = devices(one);
            if (left >= 0 && left < devices.length) {
                platform = one;
                device = devices[left];
            }
            left -= devices.length;
        }
        cl_context_properties properties = new cl_context_properties();
        properties.addProperty(CL.CL_CONTEXT_PLATFORM, platform);
        context = CL.clCreateContext(properties, 1, new cl_device_id[] {device}, null, null, null);
        queue = CL.clCreateCommandQueue(context, device, 0, null);
        program = CL.clCreateProgramWithSource(context, 1, new String[] {source}, null, null);
        check(CL.clBuildProgram(program, 1, new cl_device_id[] {device}, "", null, null));
        kernel = CL.clCreateKernel(program, name, null);
        memory = CL.clCreateBuffer(context, CL.CL_MEM_READ_WRITE, bytes, null, null);
        check(CL.clSetKernelArg(kernel, 0, Sizeof.cl_mem, Pointer.to(memory)));
        check(CL.clSetKernelArg(kernel, 1, Integer.BYTES, Pointer.to(new int[1])));
    }

    private static cl_platform_id[] platforms() {
        int[] count = new int[1];
        check(CL.clGetPlatformIDs(0, null, count));
        cl_platform_id[] platforms = new cl_platform_id[count[0]];
        check(CL.clGetPlatformIDs(platforms.length, platforms, null));
        return platforms;
    }

    private static cl_device_id[] devices(cl_platform_id platform) {
        int[] count = new int[1];
        CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, 0, null, count);
        cl_device_id[] devices = new cl_device_id[count[0]];
        if (devices.length > 0) {
            check(CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, devices.length, devices, null));
        }
        return devices;
    }

    private static void check(int status) {
        if (status != CL.CL_SUCCESS) {
            throw new IllegalStateException(CL.stringFor_errorCode(status));
        }
    }

    void launch(long[] items) {
        check(CL.clEnqueueNDRangeKernel(queue, kernel, 1, null, items, null, 0, null, null));
    }

    void argument(int value) {
        check(CL.clSetKernelArg(kernel, 0, Sizeof.cl_mem, Pointer.to(memory)));
        check(CL.clSetKernelArg(kernel, 1, Integer.BYTES, Pointer.to(new int[] {value})));
    }

    void finish() {
        check(CL.clFinish(queue));
    }

    void write(float[] source) {
        write(Pointer.to(source), source.length);
    }

    void write(Buffer source) {
        write(Pointer.toBuffer(source), source.remaining());
    }

    private void write(Pointer source, long floats) {
        check(CL.clEnqueueWriteBuffer(queue, memory, true, 0, floats * Float.BYTES, source, 0, null, null));
    }

    void read(float[] target) {
        read(Pointer.to(target), target.length);
    }

    void read(Buffer target) {
        read(Pointer.toBuffer(target), target.remaining());
    }

    private void read(Pointer target, long floats) {
        check(CL.clEnqueueReadBuffer(queue, memory, true, 0, floats * Float.BYTES, target, 0, null, null));
    }

    @Override
    public void close() {
        finish();
        CL.clReleaseMemObject(memory);
        CL.clReleaseKernel(kernel);
        CL.clReleaseProgram(program);
        CL.clReleaseCommandQueue(queue);
        CL.clReleaseContext(context);
    }
}
