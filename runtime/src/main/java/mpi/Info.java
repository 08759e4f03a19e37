package mpi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hints to the library: keys with values (MPI 4.1, chapter 10). Unknown ones are kept and not looked at.
 *
 * <p>Used by one thread at a time.
 */
public final class Info implements Freeable, Cloneable {

    /** Null when freed. */
    private Map<String, String> values;

    /**
     * No hints yet.
     *
     * @throws MPIException never
     */
    public Info() throws MPIException {
        this(new LinkedHashMap<>());
    }

    private Info(Map<String, String> values) {
        this.values = values;
    }

    /** What {@link MPI#INFO_NULL} is. */
    static Info none() {
        return new Info(null);
    }

    /** A copy; empty for null. */
    static Info copy(Info info) {
        return new Info(info == null || info.isNull() ? new LinkedHashMap<>() : new LinkedHashMap<>(info.values));
    }

    private Map<String, String> values() {
        if (values == null) {
            throw new MPIException(MPI.ERR_INFO, "the info is null; it has been freed, or is MPI.INFO_NULL");
        }
        return values;
    }

    private static void checkKey(String key) {
        if (key == null || key.isEmpty() || key.length() > MPI.MAX_INFO_KEY) {
            throw new MPIException(MPI.ERR_INFO_KEY, "a key has 1 to " + MPI.MAX_INFO_KEY + " characters: key=" + key);
        }
    }

    /**
     * Sets a value.
     *
     * @param key its key
     * @param value the value, which replaces one that is there
     * @throws MPIException when the key or the value is too long
     */
    public void set(String key, String value) throws MPIException {
        checkKey(key);
        if (value == null || value.isEmpty() || value.length() > MPI.MAX_INFO_VAL) {
            throw new MPIException(
                    MPI.ERR_INFO_VALUE,
                    "a value has 1 to " + MPI.MAX_INFO_VAL + " characters: key=" + key + ", value=" + value);
        }
        values().put(key, value);
    }

    /**
     * A value.
     *
     * @param key its key
     * @return the value, null if there is none
     * @throws MPIException when the info is null or the key too long
     */
    public String get(String key) throws MPIException {
        checkKey(key);
        return values().get(key);
    }

    /**
     * Takes out a key with its value.
     *
     * @param key the key
     * @throws MPIException of class {@link MPI#ERR_INFO_NOKEY} when it is not there
     */
    public void delete(String key) throws MPIException {
        checkKey(key);
        if (values().remove(key) == null) {
            throw new MPIException(MPI.ERR_INFO_NOKEY, "there is no such key: key=" + key);
        }
    }

    /**
     * Number of keys.
     *
     * @return 0 or more
     * @throws MPIException when the info is null
     */
    public int size() throws MPIException {
        return values().size();
    }

    /**
     * A key by number, in the order in which keys have been set.
     *
     * @param i 0 to size - 1
     * @return the key
     * @throws MPIException when there are not so many
     */
    public String getKey(int i) throws MPIException {
        if (i < 0 || i >= values().size()) {
            throw new MPIException(MPI.ERR_ARG, "there are " + values.size() + " keys, numbered from 0: i=" + i);
        }
        return new ArrayList<>(values.keySet()).get(i);
    }

    /**
     * Like {@link #dup}.
     *
     * @return the copy
     */
    @Override
    public Info clone() {
        return dup();
    }

    /**
     * A copy that goes its own ways.
     *
     * @return the copy
     * @throws MPIException when the info is null
     */
    public Info dup() throws MPIException {
        return new Info(new LinkedHashMap<>(values()));
    }

    /**
     * Frees the info; it is null afterwards.
     *
     * @throws MPIException when it is null, or {@link MPI#INFO_ENV}
     */
    @Override
    public void free() throws MPIException {
        values();
        if (this == MPI.INFO_ENV) {
            throw new MPIException(MPI.ERR_INFO, "MPI.INFO_ENV cannot be freed");
        }
        values = null;
    }

    /**
     * Whether the info is null.
     *
     * @return true if it has been freed, or is {@link MPI#INFO_NULL}
     */
    public boolean isNull() {
        return values == null;
    }
}
