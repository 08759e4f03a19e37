/**
 * Communicators as the runtime knows them, and collectives on them: the schedules of {@code io.jmpi.collectives}, run
 * round by round over the point-to-point protocol, or what {@code io.jmpi.commons} does in memory that ranks share.
 *
 * <p>A communicator {@linkplain io.jmpi.coll.CommonsSearch looks for} such memory when its members begin with collectives:
 * the ranks of a node have some {@linkplain io.jmpi.coll.Grounds from the beginning}, any others of one node
 * {@linkplain io.jmpi.coll.CommonsFounding make} some for themselves, and those of several nodes work in
 * {@linkplain io.jmpi.coll.Levels levels}, in common on each node and by messages between them.
 */
package io.jmpi.coll;
