/**
 * A part: the ranks of a job on one node. Starts their processes, passes on their output and input, sends them signals,
 * tells how they end, and leaves nothing behind.
 *
 * <p>{@link io.jmpi.daemon.supervise.Part} judges nothing: it obeys {@link io.jmpi.daemon.supervise.PartOrder}s and
 * reports {@link io.jmpi.daemon.supervise.PartEvent}s, and does not know whether the head of the job is in the same
 * process.
 *
 * <pre>
 *     head  -- PartOrder -->  Part (a thread)  -- lines -->  Guardian (a shell: signals, the last broom)
 *           <-- PartEvent --   |   ^
 *                              v   |  exits, output
 *                            RankProcess (a thread, and an OutputForwarder a stream)
 * </pre>
 */
package io.jmpi.daemon.supervise;
