package io.jmpi.offload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jocl.CL;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** A device that OpenCL finds on this host, and what it is like. Immutable. */
public final class Device {

    /** What kind of processor it is. */
    public enum Kind {
        /** One that runs programs like this one. */
        CPU,
        /** One made for graphics. */
        GPU,
        /** Any other. */
        ACCELERATOR
    }

    /** Deprecated since OpenCL 2.0, and still the only way to ask. */
    private static final int HOST_UNIFIED_MEMORY = 0x1035;

    private static final String UNSHARED = "jmpi.offload.unshared";

    private static final String INSTALL =
            "; install the vendor's OpenCL driver, or one for processors: apt-get install pocl-opencl-icd";

    private final cl_platform_id platformId;
    private final cl_device_id id;
    private final String platform;
    private final Query query;
    private final String name;
    private final String vendor;
    private final String version;
    private final String driver;
    private final Kind kind;
    private final boolean doubles;
    private final boolean shared;

    private Device(cl_platform_id platformId, String platform, cl_device_id id) {
        this.platformId = platformId;
        this.platform = platform;
        this.id = id;
        this.query = (what, size, value, needed) -> CL.clGetDeviceInfo(id, what, size, value, needed);
        this.name = query.text(CL.CL_DEVICE_NAME);
        this.vendor = query.text(CL.CL_DEVICE_VENDOR);
        this.version = query.text(CL.CL_DEVICE_VERSION);
        this.driver = query.text(CL.CL_DRIVER_VERSION);
        this.kind = kind(query.number(CL.CL_DEVICE_TYPE));
        this.doubles = query.number(CL.CL_DEVICE_DOUBLE_FP_CONFIG) != 0;
        this.shared = (kind == Kind.CPU || query.number(HOST_UNIFIED_MEMORY) != 0) && !Boolean.getBoolean(UNSHARED);
    }

    private static Kind kind(long type) {
        if ((type & CL.CL_DEVICE_TYPE_GPU) != 0) {
            return Kind.GPU;
        }
        return (type & CL.CL_DEVICE_TYPE_CPU) != 0 ? Kind.CPU : Kind.ACCELERATOR;
    }

    /**
     * All devices of all platforms, in the order in which OpenCL names them.
     *
     * @return at least one
     * @throws OffloadException when there is none, or no OpenCL
     */
    public static List<Device> all() {
        List<Device> devices = new ArrayList<>();
        for (cl_platform_id platform : platforms()) {
            String name = ((Query)
                            (what, size, value, needed) -> CL.clGetPlatformInfo(platform, what, size, value, needed))
                    .text(CL.CL_PLATFORM_NAME);
            for (cl_device_id id : devices(platform)) {
                devices.add(new Device(platform, name, id));
            }
        }
        if (devices.isEmpty()) {
            throw new OffloadException("no OpenCL device" + INSTALL);
        }
        return devices;
    }

    private static cl_platform_id[] platforms() {
        int[] count = new int[1];
        try {
            // Without any platform the loader answers with an error of its own.
            if (CL.clGetPlatformIDs(0, null, count) != CL.CL_SUCCESS || count[0] == 0) {
                throw new OffloadException("no OpenCL platform" + INSTALL);
            }
        } catch (UnsatisfiedLinkError | UnsupportedOperationException e) {
            throw new OffloadException("no OpenCL here: its library libOpenCL is missing" + INSTALL, e);
        }
        cl_platform_id[] platforms = new cl_platform_id[count[0]];
        Cl.check(CL.clGetPlatformIDs(count[0], platforms, null), "list the OpenCL platforms");
        return platforms;
    }

    private static cl_device_id[] devices(cl_platform_id platform) {
        int[] count = new int[1];
        int status = CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, 0, null, count);
        if (status == CL.CL_DEVICE_NOT_FOUND) {
            return new cl_device_id[0];
        }
        Cl.check(status, "list the OpenCL devices");
        cl_device_id[] ids = new cl_device_id[count[0]];
        Cl.check(CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, count[0], ids, null), "list the OpenCL devices");
        return ids;
    }

    /**
     * The first device whose name, vendor or platform contains some letters, in either case.
     *
     * @param part the letters
     * @return the device
     * @throws OffloadException when there is none
     */
    public static Device named(String part) {
        List<Device> all = all();
        for (Device device : all) {
            if (device.isNamed(part)) {
                return device;
            }
        }
        throw new OffloadException("no OpenCL device is named " + part + "; there are: " + all);
    }

    /** Whether its name, vendor or platform contains some letters, in either case. */
    boolean isNamed(String part) {
        String words = name + "\n" + vendor + "\n" + platform;
        return words.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /**
     * The first device of a kind.
     *
     * @param kind the kind
     * @return the device
     * @throws OffloadException when there is none
     */
    public static Device ofKind(Kind kind) {
        List<Device> all = all();
        for (Device device : all) {
            if (device.kind == kind) {
                return device;
            }
        }
        throw new OffloadException("no OpenCL device is a " + kind + "; there are: " + all);
    }

    /**
     * The first of {@link #allOfRank}.
     *
     * @return the device
     * @throws OffloadException as {@link #allOfRank}
     */
    public static Device ofRank() {
        return allOfRank().get(0);
    }

    /**
     * The devices that are this rank's. The ranks of a host take them in turn, so many each as {@code jmpiexec -gpus-per-rank}
     * says, or one; when all are taken, they begin again. They take those that the environment variable {@code JMPI_GPUS}
     * names, separated by commas: by their number in {@link #all}, by kind or by name. Without it they take all that are not
     * processors, and processors where there is nothing else.
     *
     * @return one or more; of a program that is no rank, those of a single rank
     * @throws OffloadException when there is no device, not enough of them for one rank, or none by that name
     */
    public static List<Device> allOfRank() {
        return RankDevices.ofThisProcess(all());
    }

    /**
     * The device, ready to work.
     *
     * @return to be closed by the caller
     * @throws OffloadException when that fails
     */
    public Accelerator open() {
        return Accelerator.open(this);
    }

    cl_platform_id platformId() {
        return platformId;
    }

    cl_device_id id() {
        return id;
    }

    /**
     * Its name.
     *
     * @return as the driver says
     */
    public String name() {
        return name;
    }

    /**
     * Who made it.
     *
     * @return as the driver says
     */
    public String vendor() {
        return vendor;
    }

    /**
     * The OpenCL implementation that drives it.
     *
     * @return its name
     */
    public String platform() {
        return platform;
    }

    /**
     * What version of OpenCL it speaks.
     *
     * @return such as "OpenCL 3.0 ..."
     */
    public String version() {
        return version;
    }

    /**
     * The driver's version.
     *
     * @return as the driver says
     */
    public String driver() {
        return driver;
    }

    /**
     * What it is.
     *
     * @return its kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Its memory.
     *
     * @return in bytes
     */
    public long memory() {
        return query.number(CL.CL_DEVICE_GLOBAL_MEM_SIZE);
    }

    /**
     * The most that one array may have.
     *
     * @return in bytes
     */
    public long largestArray() {
        return query.number(CL.CL_DEVICE_MAX_MEM_ALLOC_SIZE);
    }

    /**
     * Memory that the work-items of a group share.
     *
     * @return in bytes
     */
    public long localMemory() {
        return query.number(CL.CL_DEVICE_LOCAL_MEM_SIZE);
    }

    /**
     * How many groups it works on at once: cores, multiprocessors.
     *
     * @return its compute units
     */
    public int units() {
        return (int) query.number(CL.CL_DEVICE_MAX_COMPUTE_UNITS);
    }

    /**
     * The most work-items of a group.
     *
     * @return their number
     */
    public int largestGroup() {
        return (int) query.number(CL.CL_DEVICE_MAX_WORK_GROUP_SIZE);
    }

    /**
     * How many floats it computes with at once in one work-item.
     *
     * @return 1 if it has no vectors
     */
    public int floatVector() {
        return (int) query.number(CL.CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT);
    }

    /**
     * How many doubles it computes with at once in one work-item.
     *
     * @return 1 if it has no vectors, 0 if it does not compute with doubles
     */
    public int doubleVector() {
        return (int) query.number(CL.CL_DEVICE_NATIVE_VECTOR_WIDTH_DOUBLE);
    }

    /** Bytes at whose multiples a part of an array may begin that is passed to a kernel. */
    int alignment() {
        return (int) query.number(CL.CL_DEVICE_MEM_BASE_ADDR_ALIGN) / Byte.SIZE;
    }

    /**
     * Whether it computes with doubles.
     *
     * @return false for some graphics processors
     */
    public boolean hasDoubles() {
        return doubles;
    }

    /**
     * Whether its memory is the host's, so that nothing need be copied.
     *
     * @return true for processors and integrated graphics, unless the system property {@code jmpi.offload.unshared} is true,
     *     which has their data travel like that of any other device
     */
    public boolean sharesHostMemory() {
        return shared;
    }

    /** In a line: name, kind and platform. */
    @Override
    public String toString() {
        return name + " (" + kind + ", " + platform + ")";
    }
}
