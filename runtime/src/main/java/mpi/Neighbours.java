package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.collectives.NeighborExchange;
import io.jmpi.collectives.Schedule;

/** The collectives between neighbours, whichever way they are carried out. */
final class Neighbours {

    private Neighbours() {}

    private static int[] all(int blocks, long count) {
        int[] counts = new int[blocks];
        java.util.Arrays.fill(counts, Math.toIntExact(count));
        return counts;
    }

    private static int[] steps(int blocks, long step) {
        int[] places = new int[blocks];
        for (int block = 0; block < blocks; block++) {
            places[block] = Math.toIntExact(block * step);
        }
        return places;
    }

    private static Topology check(Topology topology) {
        if (topology == null) {
            throw new MPIException(
                    MPI.ERR_TOPOLOGY, "the communicator has no topology; createCart and createGraph make one");
        }
        return topology;
    }

    static <R> R allGather(
            Way<R> way,
            Communicator comm,
            Topology topology,
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype) {
        int sources = check(topology).sources().length;
        Arguments.buffer(sendbuf, 0, sendcount, sendtype);
        Arguments.writable(recvbuf, 0, (long) recvcount * sources, recvtype);
        Schedule schedule = schedule(
                comm,
                topology,
                true,
                all(1, sendtype.units(sendcount)),
                new int[1],
                all(sources, recvtype.units(recvcount)),
                steps(sources, recvtype.units(recvcount)));
        return way.run(comm, schedule, recvtype, sendtype, sendbuf, 0, recvtype, recvbuf, 0, null);
    }

    static <R> R allGatherv(
            Way<R> way,
            Communicator comm,
            Topology topology,
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            Datatype recvtype) {
        Arguments.buffer(sendbuf, 0, sendcount, sendtype);
        Arguments.vector(check(topology).sources().length, recvbuf, recvcounts, displs, recvtype);
        Schedule schedule = schedule(
                comm,
                topology,
                true,
                all(1, sendtype.units(sendcount)),
                new int[1],
                recvtype.units(recvcounts),
                recvtype.units(displs));
        return way.run(comm, schedule, recvtype, sendtype, sendbuf, 0, recvtype, recvbuf, 0, null);
    }

    static <R> R allToAll(
            Way<R> way,
            Communicator comm,
            Topology topology,
            Object sendbuf,
            int sendcount,
            Datatype sendtype,
            Object recvbuf,
            int recvcount,
            Datatype recvtype) {
        int sources = check(topology).sources().length;
        int destinations = topology.destinations().length;
        Arguments.buffer(sendbuf, 0, (long) sendcount * destinations, sendtype);
        Arguments.writable(recvbuf, 0, (long) recvcount * sources, recvtype);
        Schedule schedule = schedule(
                comm,
                topology,
                false,
                all(destinations, sendtype.units(sendcount)),
                steps(destinations, sendtype.units(sendcount)),
                all(sources, recvtype.units(recvcount)),
                steps(sources, recvtype.units(recvcount)));
        return way.run(comm, schedule, recvtype, sendtype, sendbuf, 0, recvtype, recvbuf, 0, null);
    }

    static <R> R allToAllv(
            Way<R> way,
            Communicator comm,
            Topology topology,
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            Datatype recvtype) {
        Arguments.vector(check(topology).destinations().length, sendbuf, sendcounts, sdispls, sendtype);
        Arguments.vector(topology.sources().length, recvbuf, recvcounts, rdispls, recvtype);
        Schedule schedule = schedule(
                comm,
                topology,
                false,
                sendtype.units(sendcounts),
                sendtype.units(sdispls),
                recvtype.units(recvcounts),
                recvtype.units(rdispls));
        return way.run(comm, schedule, recvtype, sendtype, sendbuf, 0, recvtype, recvbuf, 0, null);
    }

    static <R> R allToAllw(
            Way<R> way,
            Communicator comm,
            Topology topology,
            Object sendBuf,
            int[] sendCounts,
            int[] sDispls,
            Datatype[] sendTypes,
            Object recvBuf,
            int[] recvCounts,
            int[] rDispls,
            Datatype[] recvTypes) {
        check(topology);
        int[] destinations = topology.destinations();
        int[] sources = topology.sources();
        TypedBlocks out = TypedBlocks.of(
                destinations.length, sendBuf, present(sendCounts, destinations), sDispls, sendTypes, false);
        TypedBlocks in =
                TypedBlocks.of(sources.length, recvBuf, present(recvCounts, sources), rDispls, recvTypes, true);
        Schedule schedule = schedule(comm, topology, false, out.lengths(), out.places(), in.lengths(), in.places());
        return TypedBlocks.run(way, comm, schedule, out, in);
    }

    /** The counts, none where there is no neighbour. */
    private static int[] present(int[] counts, int[] neighbours) {
        int[] present = counts == null ? null : counts.clone();
        for (int i = 0; present != null && i < Math.min(present.length, neighbours.length); i++) {
            present[i] = neighbours[i] < 0 ? 0 : present[i];
        }
        return present;
    }

    private static Schedule schedule(
            Communicator comm,
            Topology topology,
            boolean same,
            int[] sendCounts,
            int[] sendDispls,
            int[] recvCounts,
            int[] recvDispls) {
        int[] order = topology.receiveOrder();
        int[] all = topology.sources();
        int[] sources = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            sources[i] = all[order[i]];
        }
        return NeighborExchange.schedule(
                comm.rank(),
                topology.destinations(),
                sources,
                order,
                same,
                sendCounts,
                sendDispls,
                recvCounts,
                recvDispls);
    }
}
