package io.jmpi.coll;

import io.jmpi.commons.NodeCommons;
import io.jmpi.progress.Engine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The commons that this process has a part in, by those who share them. Several communicators of the same members use one:
 * blocking collectives of a single thread follow each other in the same order everywhere (MPI 4.1, 6.14). They are kept
 * until the process ends, for the next communicator of those members; how many there are is limited instead.
 *
 * <p>Those of all ranks of the node lie in the job segment, the others in memory of {@link CommonsFounding their own}.
 */
final class Grounds {

    private static final int MOST = 16;

    private final Engine engine;
    private final List<Members> groups = new ArrayList<>();
    private final List<NodeCommons> commons = new ArrayList<>();
    private int founded;

    Grounds(Engine engine) {
        this.engine = engine;
    }

    /** Those that the members have, null if none yet. All members are on this node. */
    NodeCommons of(Members members) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).compare(members) == Members.Comparison.SAME) {
                return commons.get(i);
            }
        }
        ByteBuffer memory = isWholeNode(members) ? engine.commons() : null;
        return memory == null ? null : add(members, memory);
    }

    /** Whether memory may be founded for more. */
    boolean haveRoom() {
        return founded < MOST;
    }

    /** Those of members who have founded memory for them. */
    NodeCommons found(Members members, ByteBuffer memory) {
        founded++;
        return add(members, memory);
    }

    private NodeCommons add(Members members, ByteBuffer memory) {
        NodeCommons added = new NodeCommons(engine, memory, members.rank(), places(members));
        groups.add(members);
        commons.add(added);
        return added;
    }

    private boolean isWholeNode(Members members) {
        int[] places = places(members);
        for (int place = 0; place < places.length; place++) {
            if (places[place] != place) {
                return false;
            }
        }
        return places.length == engine.localSize();
    }

    private int[] places(Members members) {
        int[] places = new int[members.size()];
        for (int member = 0; member < places.length; member++) {
            places[member] = engine.localRank(members.toWorld(member));
        }
        return places;
    }
}
