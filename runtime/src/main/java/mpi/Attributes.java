package mpi;

import java.util.HashMap;
import java.util.Map;

/**
 * The values that a program keeps with an object under keys (MPI 4.1, 7.7). A key belongs to a kind of object. A key that
 * is freed lives on in the attributes that there are.
 */
final class Attributes {

    /** The kinds of object that have attributes, each with keys of its own. */
    enum Kind {
        COMM,
        DATATYPE;

        private static final int FIRST = 64;

        private final Map<Integer, Boolean> keys = new HashMap<>();

        synchronized int createKeyval() {
            int keyval = FIRST + keys.size();
            keys.put(keyval, true);
            return keyval;
        }

        synchronized void freeKeyval(int keyval) {
            check(keyval);
            keys.put(keyval, false);
        }

        /** The value of a key that the library knows (MPI 4.1, 9.1.2), the same for every object; null if it is none. */
        private Object predefined(int keyval) {
            if (this != COMM) {
                return null;
            }
            return switch (keyval) {
                case MPI.TAG_UB -> MPI.TAG_UB;
                case MPI.HOST -> MPI.PROC_NULL;
                case MPI.IO -> MPI.ANY_SOURCE;
                case MPI.WTIME_IS_GLOBAL -> false;
                case MPI.UNIVERSE_SIZE -> MPI.COMM_WORLD.getSize();
                case MPI.LASTUSEDCODE -> MPI.ERR_LASTCODE;
                default -> null;
            };
        }

        /** Throws unless a program may use the key. */
        synchronized void check(int keyval) {
            if (!keys.getOrDefault(keyval, false)) {
                throw new MPIException(
                        MPI.ERR_KEYVAL,
                        "no such key: keyval=" + keyval + "; createKeyval makes keys, freeKeyval ends them");
            }
        }
    }

    private final Kind kind;
    private final Map<Integer, Object> values;

    Attributes(Kind kind) {
        this(kind, new HashMap<>());
    }

    private Attributes(Kind kind, Map<Integer, Object> values) {
        this.kind = kind;
        this.values = values;
    }

    /** What a duplicate of the object gets. */
    Attributes copy() {
        return new Attributes(kind, new HashMap<>(values));
    }

    void set(int keyval, Object value) {
        kind.check(keyval);
        values.put(keyval, value);
    }

    Object get(int keyval) {
        Object predefined = kind.predefined(keyval);
        if (predefined != null || kind == Kind.COMM && keyval == MPI.APPNUM) {
            return predefined;
        }
        kind.check(keyval);
        return values.get(keyval);
    }

    void delete(int keyval) {
        kind.check(keyval);
        if (values.remove(keyval) == null) {
            throw new MPIException(MPI.ERR_KEYVAL, "there is no attribute under keyval=" + keyval);
        }
    }
}
