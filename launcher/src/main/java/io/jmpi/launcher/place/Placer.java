package io.jmpi.launcher.place;

import io.jmpi.job.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places the ranks of a job on hosts, program after program. Programs for which no hosts of their own are named go on
 * where the one before them left off. Used by one thread, once.
 *
 * <p>Nodes are numbered in the order in which they get their first rank.
 */
public final class Placer {

    private static final int NO_NODE = -1;

    private final Hosts hosts;
    private final Mapping mapping;
    private final Turns common;
    private final int[] nodeOfMember;
    private final List<Member> nodes = new ArrayList<>();
    private int[] nodeOfRank = new int[0];

    /**
     * @param named the hosts for all programs, null for the whole ring
     * @throws HostsException when one of them does not exist
     */
    public Placer(Hosts hosts, Mapping mapping, List<HostEntry> named) {
        this.hosts = hosts;
        this.mapping = mapping;
        this.common = named == null ? ring() : turns(named);
        this.nodeOfMember = new int[hosts.members().size()];
        Arrays.fill(nodeOfMember, NO_NODE);
    }

    /**
     * Places the ranks of the next program.
     *
     * @param own the hosts for this program, null for those for all
     * @throws HostsException when one of them does not exist
     */
    public void add(int ranks, List<HostEntry> own) {
        Turns turns = own == null ? common : turns(own);
        int first = nodeOfRank.length;
        nodeOfRank = Arrays.copyOf(nodeOfRank, first + ranks);
        for (int rank = first; rank < nodeOfRank.length; rank++) {
            nodeOfRank[rank] = node(turns.next());
        }
    }

    public Placed result() {
        return new Placed(Placement.of(nodeOfRank), List.copyOf(nodes));
    }

    private int node(int member) {
        if (nodeOfMember[member] == NO_NODE) {
            nodeOfMember[member] = nodes.size();
            nodes.add(hosts.members().get(member));
        }
        return nodeOfMember[member];
    }

    private Turns ring() {
        int size = hosts.members().size();
        int[] members = new int[size];
        int[] slots = new int[size];
        for (int i = 0; i < size; i++) {
            members[i] = mapping.startsHere() ? i : (i + 1) % size;
            slots[i] = slots(hosts.members().get(members[i]).slots());
        }
        return new Turns(members, slots, mapping.order());
    }

    private Turns turns(List<HostEntry> entries) {
        int[] members = new int[entries.size()];
        int[] slots = new int[entries.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = hosts.find(entries.get(i));
            slots[i] = slots(entries.get(i).slots());
        }
        return new Turns(members, slots, mapping.order());
    }

    /** A host of which nobody said how many has one. */
    private int slots(int said) {
        return mapping.perHost() == Mapping.OWN ? Math.max(1, said) : mapping.perHost();
    }
}
