/**
 * Collectives in memory that all ranks of a node share: one word instead of a tree of messages, one copy in by the owner
 * and one out by each reader. Where ranks outnumber processors each message that is not sent saves two changes of the
 * process; {@link io.jmpi.job.CommonsLayout} draws the memory.
 *
 * <p>Who waits drives the engine meanwhile, and sleeps like any other; who opens a gate or fills a slot wakes the others.
 */
package io.jmpi.commons;
