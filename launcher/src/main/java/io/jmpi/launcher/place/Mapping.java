package io.jmpi.launcher.place;

/**
 * In which order ranks are placed on hosts.
 *
 * @param order whether a host's slots are filled before the next one has its turn
 * @param perHost number of slots that every host has in place of its own, {@link #OWN} for its own
 * @param startsHere whether the ring begins with the launcher's host rather than the one after it; for hosts that were
 *     not named
 */
public record Mapping(Order order, int perHost, boolean startsHere) {

    public static final int OWN = 0;

    /** The launcher's host first, by slots. */
    public static final Mapping DEFAULT = new Mapping(Order.SLOT, OWN, true);

    /** What comes first. */
    public enum Order {
        /** Fill a host's slots, then go on to the next. */
        SLOT,
        /** One rank for each host with a free slot in turn. */
        NODE
    }
}
