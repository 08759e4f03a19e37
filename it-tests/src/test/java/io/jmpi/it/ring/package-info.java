/**
 * Rings of daemons, and jobs across hosts, as a user of a cluster sees them.
 *
 * <p>What {@link io.jmpi.it.ring.RingScenarios} tells is tried on both kinds of clusters that {@link io.jmpi.it.hosts}
 * makes.
 */
package io.jmpi.it.ring;
