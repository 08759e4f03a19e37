package io.jmpi.offload;

import io.jmpi.job.JobEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which devices of a host are whose: its ranks take them in turn.
 *
 * <pre>
 *   devices         0   1   2   3        -gpus-per-rank 2
 *   local ranks     0   0   1   1
 *                   2   2   3   3        more ranks than that share them
 * </pre>
 */
final class RankDevices {

    static final String DEVICES = "JMPI_GPUS";
    static final String PER_RANK = "JMPI_GPUS_PER_RANK";

    private RankDevices() {}

    static List<Device> ofThisProcess(List<Device> all) {
        JobEnvironment job = JobEnvironment.ofThisProcess();
        return of(all, System.getenv(DEVICES), System.getenv(PER_RANK), job == null ? 0 : job.localRank());
    }

    /**
     * @param names the value of {@link #DEVICES}, or null
     * @param perRank the value of {@link #PER_RANK}, or null
     */
    static List<Device> of(List<Device> all, String names, String perRank, int localRank) {
        List<Device> shared = names == null || names.isBlank() ? preferred(all) : named(all, names);
        int count = perRank == null || perRank.isBlank() ? 1 : number(perRank);
        if (count > shared.size()) {
            throw new OffloadException("each rank is to have " + count + " OpenCL devices, and this host has "
                    + shared.size() + " for its ranks: " + shared + "; give less to -gpus-per-rank, or name more in "
                    + DEVICES);
        }
        List<Device> own = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            own.add(shared.get((int) (((long) localRank * count + i) % shared.size())));
        }
        return own;
    }

    private static int number(String perRank) {
        try {
            int count = Integer.parseInt(perRank.strip());
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        throw new OffloadException(PER_RANK + "=" + perRank + ": give a whole number, 1 or more");
    }

    private static List<Device> preferred(List<Device> all) {
        List<Device> others = new ArrayList<>(all);
        others.removeIf(device -> device.kind() == Device.Kind.CPU);
        return others.isEmpty() ? all : others;
    }

    /** In the order in which they are named, each once. */
    private static List<Device> named(List<Device> all, String names) {
        Set<Device> named = new LinkedHashSet<>();
        for (String name : names.split(",")) {
            List<Device> found = find(all, name.strip());
            if (found.isEmpty()) {
                throw new OffloadException(DEVICES + "=" + names + ": no OpenCL device is " + name.strip()
                        + "; give numbers from 0 on, kinds (gpu, cpu, accelerator) or parts of names of: " + all);
            }
            named.addAll(found);
        }
        return List.copyOf(named);
    }

    private static List<Device> find(List<Device> all, String name) {
        if (name.isEmpty()) {
            return List.of();
        }
        if (name.chars().allMatch(Character::isDigit)) {
            return name.length() < 5 && Integer.parseInt(name) < all.size()
                    ? List.of(all.get(Integer.parseInt(name)))
                    : List.of();
        }
        List<Device> found = new ArrayList<>(all);
        String kind = name.toUpperCase(Locale.ROOT);
        found.removeIf(device -> !device.kind().name().equals(kind));
        if (found.isEmpty()) {
            found.addAll(all);
            found.removeIf(device -> !device.isNamed(name));
        }
        return found;
    }
}
