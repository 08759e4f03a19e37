package io.jmpi.samples.devices;

import io.jmpi.offload.Device;
import io.jmpi.offload.OffloadException;
import io.jmpi.samples.FailureException;
import io.jmpi.samples.Sample;
import java.util.List;
import java.util.Locale;
import mpi.Intracomm;
import mpi.MPI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What OpenCL finds on the host of rank 0, a device a line, and what each rank would compute on. */
@Command(name = "devices", description = "The OpenCL devices of a host, and those that its ranks take.")
public final class Devices implements Sample {

    private static final String LINE = "%-3s %-40s %-11s %-32s %10s %5s %7s %s%n";

    @Option(
            names = "--overhead",
            description = "Measure what launches and transfers cost through the API, beside OpenCL's own calls.")
    private boolean overhead;

    @Override
    public void run(Intracomm world) {
        List<Device> devices;
        String own;
        try {
            devices = Device.all();
            own = String.join(
                    ", ", Device.allOfRank().stream().map(Device::name).toList());
        } catch (OffloadException e) {
            throw new FailureException(e.getMessage());
        }
        if (world.getRank() == 0) {
            print(devices);
        }
        if (overhead && world.getRank() == 0) {
            measure(devices);
        }
        if (world.getSize() > 1) {
            List<String> all = world.gatherObject(MPI.getProcessorName() + ": " + own, 0);
            for (int rank = 0; all != null && rank < all.size(); rank++) {
                System.out.println("rank " + rank + " on " + all.get(rank));
            }
        }
    }

    private static void measure(List<Device> devices) {
        try {
            for (int i = 0; i < devices.size(); i++) {
                Overhead.print(devices.get(i), i);
            }
        } catch (OffloadException e) {
            throw new FailureException(e.getMessage());
        }
    }

    private static void print(List<Device> devices) {
        System.out.printf(LINE, "", "device", "kind", "platform", "memory", "units", "doubles", "OpenCL, driver");
        for (int i = 0; i < devices.size(); i++) {
            Device device = devices.get(i);
            System.out.printf(
                    Locale.ROOT,
                    LINE,
                    i,
                    device.name(),
                    device.kind().toString().toLowerCase(Locale.ROOT),
                    device.platform(),
                    String.format(Locale.ROOT, "%.1f GiB", device.memory() / (double) (1L << 30)),
                    device.units(),
                    device.hasDoubles() ? "yes" : "no",
                    device.version().replaceFirst("^OpenCL (\\S+).*", "$1") + ", " + device.driver());
        }
    }
}
