package io.jmpi.launcher.place;

import io.jmpi.job.Placement;
import java.util.List;

/**
 * A job with a place for each rank.
 *
 * @param placement which rank is on which node
 * @param members the member that each node is, in the order of nodes
 */
public record Placed(Placement placement, List<Member> members) {}
