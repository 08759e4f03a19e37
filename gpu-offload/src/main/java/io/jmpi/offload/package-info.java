/**
 * Work for OpenCL devices: arrays that stay on a device, kernels made from source at run time, and the way of a device's data
 * into messages.
 *
 * <p>A {@link io.jmpi.offload.Device} describes; {@linkplain io.jmpi.offload.Device#open opened}, it is an
 * {@link io.jmpi.offload.Accelerator}, of which everything else is made: {@link io.jmpi.offload.DeviceArray arrays},
 * {@link io.jmpi.offload.Program programs} with their {@link io.jmpi.offload.Kernel kernels}, and
 * {@link io.jmpi.offload.Stream streams} in which work is done in order. Work is enqueued and goes on by itself; reading an
 * array waits for what was enqueued before.
 *
 * <pre>{@code
 *   try (Accelerator accelerator = Device.ofRank().open();
 *           DeviceFloats x = accelerator.copyOf(new float[] {1, 2, 3});
 *           Program program = accelerator.program("kernel void twice(global float* x) { x[get_global_id(0)] *= 2; }")) {
 *       program.kernel("twice").launch(Range.of(x.length()), x);
 *       MPI.COMM_WORLD.allReduce(x, x.length(), MPI.FLOAT, MPI.SUM);
 *       float[] result = x.toArray();
 *   }
 * }</pre>
 *
 * <p>Short kernels need no source: an {@link io.jmpi.offload.Elementwise} one is made from a statement, a
 * {@link io.jmpi.offload.Reduction} from an expression. What the compiler has made is kept on disk for the next run.
 *
 * <p>All that is made of an accelerator is to be closed. With {@code -Djmpi.offload.leaks=true} an accelerator that is closed
 * before names what is still open, and where it was made.
 *
 * <p>Arrays are message buffers: each call of package {@code mpi} that takes an array of primitives takes them too, with basic
 * datatypes.
 *
 * <p>How OpenCL is called, over JOCL, is seen nowhere in the API. Everything here may be used from any thread; a
 * {@link io.jmpi.offload.Kernel}, which keeps its arguments, by one at a time.
 */
package io.jmpi.offload;
