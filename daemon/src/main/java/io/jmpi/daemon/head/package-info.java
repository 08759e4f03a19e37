/**
 * The head of a job, in the launcher's process always: starts its parts, judges how ranks end, ends the job when one has
 * failed, and knows the exit status.
 *
 * <p>{@link io.jmpi.daemon.head.Head} sees all nodes through {@link io.jmpi.daemon.head.Nodes}: orders go down, events
 * come up. On one node that is {@link io.jmpi.daemon.head.EmbeddedNode}, a part in the same process; across hosts the
 * parts are in the daemons of a ring.
 */
package io.jmpi.daemon.head;
