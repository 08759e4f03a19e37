package io.jmpi.samples.matmul;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import mpi.Intracomm;
import mpi.MPI;

/** How many ranks each host has, in the order of their first ones. */
final class RankHosts {

    private static final int TAG = 1;
    private static final int ROOT = 0;

    private final Map<String, Integer> ranks = new LinkedHashMap<>();

    /** Tells rank 0 of all; every rank calls this. */
    static RankHosts of(Intracomm world) {
        RankHosts hosts = new RankHosts();
        if (world.getRank() != ROOT) {
            world.sendObject(MPI.getProcessorName(), ROOT, TAG);
            return hosts;
        }
        hosts.add(MPI.getProcessorName());
        for (int rank = 1; rank < world.getSize(); rank++) {
            hosts.add(world.recvObject(rank, TAG));
        }
        return hosts;
    }

    void add(String host) {
        ranks.merge(host, 1, Integer::sum);
    }

    /** "8 ranks (4 on a, 4 on b)", or "8 ranks" when all are on one host. */
    @Override
    public String toString() {
        int size = 0;
        StringJoiner each = new StringJoiner(", ", " (", ")");
        for (Map.Entry<String, Integer> host : ranks.entrySet()) {
            size += host.getValue();
            each.add(host.getValue() + " on " + host.getKey());
        }
        return size + (size == 1 ? " rank" : " ranks") + (ranks.size() > 1 ? each.toString() : "");
    }
}
