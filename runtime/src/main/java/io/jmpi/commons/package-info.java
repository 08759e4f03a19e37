/**
 * Collectives in memory that ranks of a node share: one word instead of a tree of messages, one copy in by the owner
 * and one out by each reader. Where ranks outnumber processors each message that is not sent saves two changes of the
 * process; {@link io.jmpi.job.CommonsLayout} draws the memory. There are three ways:
 *
 * <ul>
 *   <li>all put data into {@link io.jmpi.commons.Cells cells}, pass a {@link io.jmpi.commons.Gate gate}, and take what they
 *       want: for what needs data of everybody;
 *   <li>a root fills a {@linkplain io.jmpi.commons.Track track} that all others read along, and need not wait for them:
 *       broadcasts and scatters;
 *   <li>one rank fills a {@linkplain io.jmpi.commons.PipeEntry pipe} and another one empties it: from each rank to the next in
 *       scans, which need data of those before only; from each to the root in gathers and reductions.
 * </ul>
 *
 * <p>A rank may do something {@linkplain io.jmpi.commons.NodeCommons#allReduce meanwhile}, such as to speak with other nodes,
 * before it lets the others go.
 *
 * <p>Who waits drives the engine meanwhile, and sleeps like any other; who opens a gate or fills something wakes the others.
 */
package io.jmpi.commons;
