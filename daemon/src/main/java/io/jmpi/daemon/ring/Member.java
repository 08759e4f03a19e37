package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Member.State;
import java.util.List;

/**
 * A daemon as one knows it: a record as it is told from member to member. Records of one daemon are ordered, see {@link
 * #isNewerThan}.
 */
public final class Member implements Comparable<Member> {

    private final io.jmpi.daemon.control.Member message;
    private final String id;

    private Member(io.jmpi.daemon.control.Member message) {
        this.message = message;
        this.id = message.getId();
    }

    public static Member of(io.jmpi.daemon.control.Member message) {
        return new Member(message);
    }

    /**
     * A daemon that has just started.
     *
     * @param boot its place in the ring: members are ordered by boot number, then id; 0 before it has one
     * @param addresses where it may be reached, best first
     * @param slots how many ranks its host takes before the next one's turn comes
     * @param incarnation higher than that of any earlier daemon of that name
     * @param instance a random number of its process
     */
    public static Member starting(
            String host, int port, long boot, List<String> addresses, int slots, long incarnation, long instance) {
        return new Member(io.jmpi.daemon.control.Member.newBuilder()
                .setId(host + "_" + port)
                .setHost(host)
                .setPort(port)
                .setBoot(boot)
                .addAllAddresses(addresses)
                .setSlots(slots)
                .setIncarnation(incarnation)
                .setInstance(instance)
                .build());
    }

    /** Its name in the ring, {@code host_port}. */
    public String id() {
        return id;
    }

    public String host() {
        return message.getHost();
    }

    public int port() {
        return message.getPort();
    }

    /** Where it may be reached, best first. */
    public List<String> addresses() {
        return message.getAddressesList();
    }

    /** How many ranks its host takes before the next one's turn comes. */
    public int slots() {
        return message.getSlots();
    }

    long incarnation() {
        return message.getIncarnation();
    }

    State state() {
        return message.getState() == State.UNRECOGNIZED ? State.GONE : message.getState();
    }

    long boot() {
        return message.getBoot();
    }

    long instance() {
        return message.getInstance();
    }

    public io.jmpi.daemon.control.Member toMessage() {
        return message;
    }

    /** In ring order. */
    @Override
    public int compareTo(Member other) {
        int order = Long.compareUnsigned(boot(), other.boot());
        return order != 0 ? order : id.compareTo(other.id);
    }

    /** Whether it counts as a member. */
    public boolean isLiving() {
        return state() == State.ALIVE || state() == State.SUSPECT;
    }

    boolean isNewerThan(Member other) {
        return incarnation() != other.incarnation()
                ? Long.compareUnsigned(incarnation(), other.incarnation()) > 0
                : state().compareTo(other.state()) > 0;
    }

    Member with(State state) {
        return new Member(message.toBuilder().setState(state).build());
    }

    Member with(long incarnation, State state) {
        return new Member(
                message.toBuilder().setIncarnation(incarnation).setState(state).build());
    }

    Member withBoot(long boot) {
        return new Member(message.toBuilder().setBoot(boot).build());
    }

    Member withAddresses(List<String> addresses) {
        return new Member(
                message.toBuilder().clearAddresses().addAllAddresses(addresses).build());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Member member && message.equals(member.message);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id + "/" + incarnation() + " " + state();
    }
}
