package io.jmpi.launcher.place;

/**
 * Whose turn it is among hosts with slots. When all slots are used they are all free again, so there is always a next
 * one. For hosts A with 2 slots and B with 3:
 *
 * <pre>
 *   SLOT  A A B B B | A A B ...
 *   NODE  A B A B B | A B A ...
 * </pre>
 */
final class Turns {

    private final int[] hosts;
    private final int[] slots;
    private final Mapping.Order order;
    private final int[] free;
    private long left;
    private int position;

    /**
     * @param hosts a host for each place, some perhaps more than once
     * @param slots of each place, at least 1
     */
    Turns(int[] hosts, int[] slots, Mapping.Order order) {
        this.hosts = hosts;
        this.slots = slots;
        this.order = order;
        this.free = new int[slots.length];
    }

    /** The host of the next rank. */
    int next() {
        if (left == 0) {
            refill();
        }
        while (free[position] == 0) {
            advance();
        }
        int host = hosts[position];
        free[position]--;
        left--;
        if (order == Mapping.Order.NODE) {
            advance();
        }
        return host;
    }

    private void refill() {
        for (int i = 0; i < slots.length; i++) {
            free[i] = slots[i];
            left += slots[i];
        }
        position = 0;
    }

    private void advance() {
        position = position + 1 == hosts.length ? 0 : position + 1;
    }
}
