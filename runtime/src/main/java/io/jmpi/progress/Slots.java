package io.jmpi.progress;

/**
 * Numbers for operations that a peer refers to. Numbers are reused, the latest first.
 *
 * @param <T> what is numbered
 */
final class Slots<T> {

    private Object[] entries = new Object[8];
    private int[] free = new int[8];
    private int freeCount;
    private int used;

    int put(T entry) {
        int id;
        if (freeCount > 0) {
            id = free[--freeCount];
        } else {
            if (used == entries.length) {
                entries = java.util.Arrays.copyOf(entries, used * 2);
                free = java.util.Arrays.copyOf(free, used * 2);
            }
            id = used++;
        }
        entries[id] = entry;
        return id;
    }

    @SuppressWarnings("unchecked") // only T gets in
    T get(int id) {
        return (T) entries[id];
    }

    T remove(int id) {
        T entry = get(id);
        entries[id] = null;
        free[freeCount++] = id;
        return entry;
    }
}
