package io.jmpi.it.programs;

import java.util.Arrays;
import mpi.CartComm;
import mpi.CartParms;
import mpi.Comm;
import mpi.Datatype;
import mpi.DistGraphNeighbors;
import mpi.GraphComm;
import mpi.Intracomm;
import mpi.MPI;
import mpi.ShiftParms;

/** Grids and graphs of ranks, and collectives between neighbours in them. */
final class TopologyChecks {

    private TopologyChecks() {}

    static void addTo(Checks checks) throws Exception {
        checks.check("createDims", comm -> dims());
        checks.check("grid", TopologyChecks::grid);
        checks.check("grid cut into rows", TopologyChecks::sub);
        checks.check("neighbours in a circle", TopologyChecks::circle);
        checks.check("neighbours in a row", TopologyChecks::row);
        checks.check("graph", TopologyChecks::graph);
        checks.check("distributed graph", TopologyChecks::distributed);
    }

    private static void dims(int nodes, int[] given, int... expected) {
        CartComm.createDims(nodes, given);
        Check.that(Arrays.equals(expected, given), nodes + " nodes: " + Arrays.toString(given));
    }

    private static void dims() throws Exception {
        dims(6, new int[2], 3, 2);
        dims(7, new int[2], 7, 1);
        dims(6, new int[] {0, 3, 0}, 2, 3, 1);
        dims(12, new int[3], 3, 2, 2);
        dims(64, new int[3], 4, 4, 4);
        dims(1, new int[2], 1, 1);
        dims(6, new int[] {2, 3}, 2, 3);
        Check.fails(MPI.ERR_DIMS, "7 nodes", () -> CartComm.createDims(7, new int[] {0, 3}));
        Check.fails(MPI.ERR_DIMS, "7 nodes", () -> CartComm.createDims(7, new int[] {2, 3}));
    }

    private static void grid(Intracomm comm) throws Exception {
        int size = comm.getSize();
        int[] dims = new int[2];
        CartComm.createDims(size, dims);
        CartComm cart = comm.createCart(dims, new boolean[] {true, false}, true);
        Check.same(MPI.CART, cart.getTopology(), "topology");
        Check.same(MPI.UNDEFINED, comm.getTopology(), "no topology");
        CartParms parms = cart.getTopo();
        Check.same(2, parms.getDimCount(), "dimensions");
        Check.same(dims[1], parms.getDim(1), "places");
        Check.that(parms.getPeriod(0) && !parms.getPeriod(1), "periods");
        int me = cart.getRank();
        for (int rank = 0; rank < size; rank++) {
            int[] coords = cart.getCoords(rank);
            Check.same(rank, coords[0] * dims[1] + coords[1], "coordinates");
            Check.same(rank, cart.getRank(coords), "rank");
            Check.same(rank, cart.getRank(new int[] {coords[0] - dims[0], coords[1]}), "rank, taken round");
        }
        int[] mine = {parms.getCoord(0), parms.getCoord(1)};
        ShiftParms along = cart.shift(1, 1);
        Check.same(mine[1] + 1 < dims[1] ? me + 1 : MPI.PROC_NULL, along.getRankDest(), "to the right");
        Check.same(mine[1] > 0 ? me - 1 : MPI.PROC_NULL, along.getRankSource(), "from the left");
        ShiftParms round = cart.shift(0, 1);
        Check.same((me + dims[1]) % size, round.getRankDest(), "downwards");
        Check.same((me - dims[1] + size) % size, round.getRankSource(), "from above");
        Check.fails(MPI.ERR_DIMS, "direction=2", () -> cart.shift(2, 1));
        Check.fails(MPI.ERR_ARG, "coords[1]=-1", () -> cart.getRank(new int[] {0, -1}));
        Check.fails(MPI.ERR_RANK, "rank=" + size, () -> cart.getCoords(size));
        Check.fails(MPI.ERR_DIMS, "places", () -> comm.createCart(new int[] {size + 1}, new boolean[] {true}, false));
        Check.fails(MPI.ERR_TOPOLOGY, "no topology", () -> comm.neighborAllGather(mine, 1, MPI.INT, mine, 1, MPI.INT));
        CartComm copy = cart.dup();
        Check.same(MPI.CONGRUENT, Comm.compare(cart, copy), "a copy");
        Check.same(dims[0], copy.getTopo().getDim(0), "form of a copy");
        copy.free();
        cart.free();
        CartComm one = comm.createCart(new int[] {1}, new boolean[] {false}, false);
        Check.that(one.isNull() == (comm.getRank() != 0), "beyond the grid");
        if (!one.isNull()) {
            one.free();
        }
    }

    private static void sub(Intracomm comm) {
        int size = comm.getSize();
        int[] dims = new int[2];
        CartComm.createDims(size, dims);
        CartComm cart = comm.createCart(dims, new boolean[] {false, true}, false);
        int[] mine = cart.getCoords(cart.getRank());
        CartComm row = cart.sub(new boolean[] {false, true});
        Check.same(dims[1], row.getSize(), "size of a row");
        Check.same(mine[1], row.getRank(), "rank in a row");
        Check.that(row.getTopo().getPeriod(0), "period of a row");
        CartComm point = cart.sub(new boolean[] {false, false});
        Check.same(1, point.getSize(), "size of a point");
        Check.same(0, point.getTopo().getDimCount(), "dimensions of a point");
        point.free();
        row.free();
        cart.free();
    }

    /** Left and right in a circle, also of one or two: what goes to the right comes from the left. */
    private static void circle(Intracomm comm) {
        int size = comm.getSize();
        CartComm ring = comm.createCart(new int[] {size}, new boolean[] {true}, false);
        int me = ring.getRank();
        int left = (me + size - 1) % size;
        int right = (me + 1) % size;
        int[] out = {10 * me, 10 * me, 10 * me + 1, 10 * me + 1};
        int[] expected = {10 * left + 1, 10 * left + 1, 10 * right, 10 * right};
        int[] in = new int[4];
        ring.neighborAllToAll(out, 2, MPI.INT, in, 2, MPI.INT);
        Check.that(Arrays.equals(expected, in), "neighborAllToAll: " + Arrays.toString(in));
        Arrays.fill(in, 0);
        ring.iNeighborAllToAll(out, 2, MPI.INT, in, 2, MPI.INT).waitFor();
        Check.that(Arrays.equals(expected, in), "iNeighborAllToAll: " + Arrays.toString(in));
        int[] all = new int[2];
        ring.neighborAllGather(new int[] {me}, 1, MPI.INT, all, 1, MPI.INT);
        Check.that(all[0] == left && all[1] == right, "neighborAllGather: " + Arrays.toString(all));
        int[] gathered = new int[5];
        ring.iNeighborAllGatherv(new int[] {me}, 1, MPI.INT, gathered, new int[] {1, 1}, new int[] {3, 1}, MPI.INT)
                .waitFor();
        Check.that(gathered[3] == left && gathered[1] == right, "iNeighborAllGatherv: " + Arrays.toString(gathered));
        int[] counts = {1, 2};
        int[] swapped = {2, 1};
        int[] various = new int[3];
        ring.neighborAllToAllv(out, counts, new int[] {0, 2}, MPI.INT, various, swapped, new int[] {0, 2}, MPI.INT);
        Check.that(
                Arrays.equals(new int[] {10 * left + 1, 10 * left + 1, 10 * right}, various),
                "neighborAllToAllv: " + Arrays.toString(various));
        Datatype[] types = {MPI.INT, MPI.INT};
        Arrays.fill(in, 0);
        ring.neighborAllToAllw(
                out, new int[] {2, 2}, new int[] {0, 8}, types, in, new int[] {2, 2}, new int[] {0, 8}, types);
        Check.that(Arrays.equals(expected, in), "neighborAllToAllw: " + Arrays.toString(in));
        ring.free();
    }

    /** The ends of a row have one neighbour, and leave the other's block as it is. */
    private static void row(Intracomm comm) {
        int size = comm.getSize();
        CartComm row = comm.createCart(new int[] {size}, new boolean[] {false}, false);
        int me = row.getRank();
        int[] in = {-1, -1};
        row.neighborAllToAll(new int[] {me * 2, me * 2 + 1}, 1, MPI.INT, in, 1, MPI.INT);
        Check.same(me > 0 ? (me - 1) * 2 + 1 : -1, in[0], "from the left");
        Check.same(me < size - 1 ? (me + 1) * 2 : -1, in[1], "from the right");
        row.free();
    }

    /** A star: rank 0 and all others, and rank 0 is its own neighbour. */
    private static void graph(Intracomm comm) throws Exception {
        int size = comm.getSize();
        int[] index = new int[size];
        int[] edges = new int[2 * size - 1];
        for (int rank = 0; rank < size; rank++) {
            index[rank] = size + rank;
            edges[rank] = rank;
        }
        GraphComm star = comm.createGraph(index, edges, false);
        int me = star.getRank();
        Check.same(MPI.GRAPH, star.getTopology(), "topology");
        Check.same(2 * size - 1, star.getDims().getEdgeCount(), "edges");
        Check.same(size, star.getDims().getIndex(0), "edges of rank 0");
        Check.same(me == 0 ? size : 1, star.getNeighbors(me).length, "neighbours");
        int degree = me == 0 ? size : 1;
        int[] all = new int[degree];
        star.neighborAllGather(new int[] {me + 5}, 1, MPI.INT, all, 1, MPI.INT);
        for (int i = 0; i < degree; i++) {
            Check.same(me == 0 ? i + 5 : 5, all[i], "from neighbour " + i);
        }
        Check.fails(MPI.ERR_TOPOLOGY, "no distributed graph", star::getDistGraphNeighbors);
        Check.fails(
                MPI.ERR_TOPOLOGY,
                "edges[0]=" + size,
                () -> comm.createGraph(
                        index, Arrays.stream(edges).map(e -> size).toArray(), false));
        star.free();
    }

    /** Everybody gives to the next two; rank 0 knows it all in one form, each its own in the other. */
    private static void distributed(Intracomm comm) throws Exception {
        int size = comm.getSize();
        int me = comm.getRank();
        int[] sources = new int[me == 0 ? size : 0];
        int[] degrees = new int[sources.length];
        int[] destinations = new int[2 * sources.length];
        int[] weights = new int[destinations.length];
        for (int rank = 0; rank < sources.length; rank++) {
            sources[rank] = rank;
            degrees[rank] = 2;
            for (int k = 0; k < 2; k++) {
                destinations[2 * rank + k] = (rank + k + 1) % size;
                weights[2 * rank + k] = 10 * rank + k;
            }
        }
        GraphComm graph = comm.createDistGraph(sources, degrees, destinations, weights, MPI.INFO_NULL, false);
        DistGraphNeighbors neighbours = graph.getDistGraphNeighbors();
        Check.that(neighbours.isWeighted(), "weighted");
        Check.same(2, neighbours.getInDegree(), "in-degree");
        Check.same(2, neighbours.getOutDegree(), "out-degree");
        Check.same((me + 2) % size, neighbours.getDestination(1), "destination");
        Check.same(10 * me + 1, neighbours.getDestinationWeight(1), "weight");
        exchange(graph, size, me);
        int[] from = {(me + 2 * size - 2) % size, (me + size - 1) % size};
        int[] to = {(me + 2) % size, (me + 1) % size};
        GraphComm adjacent = comm.createDistGraphAdjacent(from, to, null, false);
        Check.same(MPI.DIST_GRAPH, adjacent.getTopology(), "topology");
        Check.that(!adjacent.getDistGraphNeighbors().isWeighted(), "not weighted");
        GraphComm copy = adjacent.dup();
        if (size > 2) {
            exchange(copy, size, me);
        }
        Check.fails(
                MPI.ERR_RANK,
                "source out of range: rank=" + size,
                () -> comm.createDistGraphAdjacent(new int[] {size}, to, null, false));
        copy.free();
        adjacent.free();
        graph.free();
    }

    private static void exchange(GraphComm graph, int size, int me) {
        DistGraphNeighbors neighbours = graph.getDistGraphNeighbors();
        int[] out = {me * 100 + neighbours.getDestination(0), me * 100 + neighbours.getDestination(1)};
        int[] in = new int[2];
        graph.neighborAllToAll(out, 1, MPI.INT, in, 1, MPI.INT);
        for (int i = 0; i < 2; i++) {
            Check.same(neighbours.getSource(i) * 100 + me, in[i], "from source " + i + " of " + size);
        }
    }
}
