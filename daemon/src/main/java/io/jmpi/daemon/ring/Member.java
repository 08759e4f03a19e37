package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Member.State;
import java.util.List;

/**
 * A daemon as one knows it. Records of one daemon are ordered, see {@link #isNewerThan}.
 *
 * @param id host_port
 * @param boot its place in the ring: members are ordered by boot number, then id; 0 before it has one
 * @param addresses where it may be reached, best first
 * @param slots how many ranks its host takes before the next one's turn comes
 * @param instance a random number of its process
 */
public record Member(
        String id,
        long incarnation,
        State state,
        long boot,
        String host,
        int port,
        List<String> addresses,
        int slots,
        long instance)
        implements Comparable<Member> {

    /** In ring order. */
    @Override
    public int compareTo(Member other) {
        int order = Long.compareUnsigned(boot, other.boot);
        return order != 0 ? order : id.compareTo(other.id);
    }

    /** Whether it counts as a member. */
    public boolean isLiving() {
        return state == State.ALIVE || state == State.SUSPECT;
    }

    boolean isNewerThan(Member other) {
        return incarnation != other.incarnation
                ? Long.compareUnsigned(incarnation, other.incarnation) > 0
                : state.compareTo(other.state) > 0;
    }

    Member with(State state) {
        return with(incarnation, state);
    }

    Member with(long incarnation, State state) {
        return new Member(id, incarnation, state, boot, host, port, addresses, slots, instance);
    }

    Member withBoot(long boot) {
        return new Member(id, incarnation, state, boot, host, port, addresses, slots, instance);
    }

    Member withAddresses(List<String> addresses) {
        return new Member(id, incarnation, state, boot, host, port, addresses, slots, instance);
    }

    public static Member of(io.jmpi.daemon.control.Member message) {
        return new Member(
                message.getId(),
                message.getIncarnation(),
                message.getState() == State.UNRECOGNIZED ? State.GONE : message.getState(),
                message.getBoot(),
                message.getHost(),
                message.getPort(),
                List.copyOf(message.getAddressesList()),
                message.getSlots(),
                message.getInstance());
    }

    public io.jmpi.daemon.control.Member toMessage() {
        return io.jmpi.daemon.control.Member.newBuilder()
                .setId(id)
                .setIncarnation(incarnation)
                .setState(state)
                .setBoot(boot)
                .setHost(host)
                .setPort(port)
                .addAllAddresses(addresses)
                .setSlots(slots)
                .setInstance(instance)
                .build();
    }
}
