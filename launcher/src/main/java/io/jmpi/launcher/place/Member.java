package io.jmpi.launcher.place;

import java.util.List;

/**
 * A host that ranks can be placed on: a member of a ring.
 *
 * @param id unique in the ring, {@code host_port}
 * @param name of the host
 * @param slots how many ranks it takes before the next member has its turn
 * @param addresses by which it can be reached: numbers or names, without ports
 */
public record Member(String id, String name, int slots, List<String> addresses) {}
