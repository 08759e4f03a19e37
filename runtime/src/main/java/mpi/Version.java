package mpi;

/** A version of the MPI standard. */
public final class Version {

    private final int version;
    private final int subVersion;

    Version(int version, int subVersion) {
        this.version = version;
        this.subVersion = subVersion;
    }

    /**
     * The version.
     *
     * @return 4 in 4.1
     */
    public int getVersion() {
        return version;
    }

    /**
     * The sub-version.
     *
     * @return 1 in 4.1
     */
    public int getSubVersion() {
        return subVersion;
    }
}
