/**
 * Supervision of the ranks of one node: starts their processes, passes on their output, sends them signals, judges how
 * they end, and leaves nothing behind.
 *
 * <p>{@link io.jmpi.daemon.Job} owns a job's ranks; it is told what to do by a {@link io.jmpi.daemon.JobSpec} and tells
 * what happens to a {@link io.jmpi.daemon.JobListener}. Neither knows whether the launcher is in the same process.
 */
package io.jmpi.daemon;
