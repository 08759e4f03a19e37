/**
 * Makes messages move: the point-to-point protocol over the transports, the one loop that drives it, and the ladder an
 * idle process goes down, from spinning to sleep.
 *
 * <p>There is no hidden thread. Whoever is inside an MPI call drives the {@link io.jmpi.progress.Engine}; at thread
 * level MULTIPLE a lock lets in one at a time.
 */
package io.jmpi.progress;
