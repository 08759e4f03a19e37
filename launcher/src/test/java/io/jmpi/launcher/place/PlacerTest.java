package io.jmpi.launcher.place;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.job.Placement;
import io.jmpi.launcher.place.Mapping.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlacerTest {

    @Test
    void shouldGoRoundTheRingBySlots() {
        assertHosts("aabccc aabccc a", place(13, Mapping.DEFAULT, null, 2, 1, 3));
    }

    @Test
    void shouldStartOnTheNextHostWhenTold() {
        Mapping elsewhere = new Mapping(Order.SLOT, Mapping.OWN, false);
        assertHosts("bca bca", place(6, elsewhere, null, 1, 1, 1));
        assertHosts("aa", place(2, elsewhere, null, 1));
        assertHosts("ab", place(2, elsewhere, "a,b", 1, 1));
    }

    @Test
    void shouldPlaceSoManyOnEachHost() {
        Mapping two = new Mapping(Order.SLOT, 2, true);
        assertHosts("aabbcc aa", place(8, two, null, 1, 4, 1));
        assertHosts("bbaa bb", place(6, two, "b:7,a", 1, 1));
    }

    @Test
    void shouldTakeHostsInTurn() {
        Mapping inTurn = new Mapping(Order.NODE, Mapping.OWN, true);
        assertHosts("abcac abc", place(8, inTurn, null, 2, 1, 2));
        assertHosts("abab", place(4, new Mapping(Order.NODE, 2, true), null, 1, 1));
    }

    @Test
    void shouldCycleThroughNamedHosts() {
        assertHosts("bbbba bb", place(7, Mapping.DEFAULT, "b:4,a", 1, 1, 1));
        assertHosts("aba aba", place(6, Mapping.DEFAULT, "a,b,a", 1, 1));
        assertHosts("ccc", place(3, Mapping.DEFAULT, "c", 1, 1, 1));
    }

    @Test
    void shouldPlaceProgramAfterProgram() {
        Placer placer = new Placer(ring(2, 1, 1), Mapping.DEFAULT, null);
        placer.add(1, null);
        placer.add(2, HostEntry.list("-host", "c,a"));
        placer.add(3, null);
        assertHosts("acaabc", placer.result());
    }

    @Test
    void shouldNumberNodesInTheOrderOfTheirFirstRanks() {
        Placed placed = place(3, Mapping.DEFAULT, "c,a", 1, 1, 1);
        assertEquals(2, placed.placement().nodes());
        assertEquals(0, placed.placement().node(0));
        assertEquals("c", placed.members().get(0).name());
        assertEquals("a", placed.members().get(1).name());
        assertArrayEquals(
                new int[] {2, 1},
                new int[] {placed.placement().localSize(0), placed.placement().localSize(1)});
    }

    @Test
    void shouldTakeAHostWithoutSlotsForOne() {
        assertHosts("abb", place(3, Mapping.DEFAULT, null, 0, 2));
    }

    @Test
    void shouldRefuseHostsThatDoNotExist() {
        assertThrows(HostsException.class, () -> place(1, Mapping.DEFAULT, "zz.invalid", 1));
    }

    @Property(tries = 300)
    void shouldFillSlotsBeforeAnyHostIsOversubscribed(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 5) Integer> slots,
            @ForAll @IntRange(min = 1, max = 200) int ranks,
            @ForAll Order order,
            @ForAll boolean startsHere) {
        Placed placed = place(ranks, new Mapping(order, Mapping.OWN, startsHere), null, array(slots));
        int total = slots.stream().mapToInt(Integer::intValue).sum();
        int full = ranks / total;
        Placement placement = placed.placement();
        assertEquals(ranks, placement.size());
        for (int node = 0; node < placement.nodes(); node++) {
            int own = slots.get(index(placed.members().get(node)));
            int count = placement.localSize(node);
            assertTrue(count >= full * own && count <= (full + 1) * own, count + " ranks on " + own + " slots");
        }
    }

    @Property(tries = 300)
    void shouldKeepTheRanksOfAHostTogetherBySlots(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 5) Integer> slots,
            @ForAll @IntRange(min = 1, max = 5) int perHost) {
        Placed placed = place(slots.size() * perHost, new Mapping(Order.SLOT, perHost, true), null, array(slots));
        for (int rank = 0; rank < placed.placement().size(); rank++) {
            assertEquals(rank / perHost, placed.placement().node(rank));
        }
    }

    /** In turn, no host gets its second rank of a round while another one with a free slot has none. */
    @Property(tries = 300)
    void shouldBalanceWhenHostsTakeTurns(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 5) Integer> slots) {
        int total = slots.stream().mapToInt(Integer::intValue).sum();
        for (int ranks = 1; ranks <= total; ranks++) {
            int[] counts = new int[slots.size()];
            Placed placed = place(ranks, new Mapping(Order.NODE, Mapping.OWN, true), null, array(slots));
            for (int rank = 0; rank < ranks; rank++) {
                counts[index(placed.members().get(placed.placement().node(rank)))]++;
            }
            for (int i = 0; i < counts.length; i++) {
                for (int j = 0; j < counts.length; j++) {
                    assertTrue(counts[i] <= counts[j] + 1 || counts[j] == slots.get(j), "on " + i + " and " + j);
                }
            }
        }
    }

    /** Programs one after the other are placed as one with all their ranks would be. */
    @Property(tries = 200)
    void shouldGoOnWhereTheLastProgramLeftOff(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 4) Integer> slots,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 20) Integer> programs,
            @ForAll Order order) {
        Mapping mapping = new Mapping(order, Mapping.OWN, true);
        Placer placer = new Placer(ring(array(slots)), mapping, null);
        int ranks = 0;
        for (int count : programs) {
            placer.add(count, null);
            ranks += count;
        }
        assertEquals(hosts(place(ranks, mapping, null, array(slots))), hosts(placer.result()));
    }

    @Property(tries = 200)
    void shouldUseNamedHostsOnly(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 5) Integer> named,
            @ForAll @IntRange(min = 1, max = 50) int ranks) {
        List<String> names = new ArrayList<>();
        named.forEach(i -> names.add(name(i)));
        Placed placed = place(ranks, Mapping.DEFAULT, String.join(",", names), 1, 1, 1, 1, 1, 1);
        Set<String> used = new HashSet<>();
        placed.members().forEach(member -> assertTrue(used.add(member.name()), "a node for each host"));
        assertTrue(names.containsAll(used), used + " of " + names);
        assertEquals(Math.min(ranks, names.size()) == names.size(), used.containsAll(names) && ranks >= names.size());
    }

    private static Placed place(int ranks, Mapping mapping, String named, int... slots) {
        Placer placer = new Placer(ring(slots), mapping, named == null ? null : HostEntry.list("-hosts", named));
        placer.add(ranks, null);
        return placer.result();
    }

    /** Hosts a, b, c, ... */
    private static Hosts ring(int... slots) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            members.add(new Member(name(i) + "_4711", name(i), slots[i], List.of()));
        }
        return Hosts.ofRing(members);
    }

    private static String name(int i) {
        return String.valueOf((char) ('a' + i));
    }

    private static int index(Member member) {
        return member.name().charAt(0) - 'a';
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String hosts(Placed placed) {
        StringBuilder hosts = new StringBuilder();
        for (int rank = 0; rank < placed.placement().size(); rank++) {
            hosts.append(placed.members().get(placed.placement().node(rank)).name());
        }
        return hosts.toString();
    }

    private static void assertHosts(String expected, Placed placed) {
        assertEquals(expected.replace(" ", ""), hosts(placed));
    }
}
