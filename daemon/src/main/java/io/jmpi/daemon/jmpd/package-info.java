/** The process {@code jmpd}: a member of the ring with its network, console, jobs and log. */
package io.jmpi.daemon.jmpd;
