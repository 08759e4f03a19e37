package io.jmpi.daemon.ring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The living members in ring order, as one of them sees them. */
final class Circle {

    private final List<Member> others;
    private final Member self;

    /** @param members living ones, with or without the one that looks */
    Circle(Member self, Collection<Member> members) {
        this.self = self;
        TreeSet<Member> ordered = new TreeSet<>(members);
        ordered.remove(self);
        others = new ArrayList<>(ordered.tailSet(self));
        others.addAll(ordered.headSet(self));
    }

    /** The others, the right neighbour first and the left one last. */
    List<Member> others() {
        return others;
    }

    /** The right neighbour, null for a ring of one. */
    Member right() {
        return others.isEmpty() ? null : others.get(0);
    }

    /** The left neighbour, null for a ring of one. */
    Member left() {
        return others.isEmpty() ? null : others.get(others.size() - 1);
    }

    /** The members 2, 4, 8 ... places to the right. */
    List<Member> chords() {
        List<Member> chords = new ArrayList<>();
        for (int distance = 2; distance <= others.size(); distance *= 2) {
            chords.add(others.get(distance - 1));
        }
        return chords;
    }

    /** Whether this member is the first living one to the left of a lost one. */
    boolean isNextTo(Member lost) {
        if (others.isEmpty()) {
            return true;
        }
        Member right = right();
        boolean wraps = right.compareTo(self) < 0;
        boolean afterSelf = lost.compareTo(self) > 0;
        boolean beforeRight = lost.compareTo(right) < 0;
        return wraps ? afterSelf || beforeRight : afterSelf && beforeRight;
    }
}
