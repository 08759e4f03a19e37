/**
 * The job as its ranks and its daemon see it on one node: the environment a rank is started with, and the job segment,
 * a mapped file that holds the job's descriptor, the table of ranks and one ring for every ordered pair of local ranks.
 *
 * <p>The daemon creates the segment, with its space reserved, before the first rank starts; a rank maps it and can send
 * at once, even to a peer that is still booting. Sleeping and waking belong here too, as one word of the segment and one
 * bell a rank.
 */
package io.jmpi.job;
