/**
 * The ring: who is a member, who watches whom, and how a question reaches all of them.
 *
 * <p>Each member knows all others. The living ones, ordered by boot number and id, form a circle; nothing else says who is
 * whose neighbour, so there is no token to lose and no order to repair:
 *
 * <pre>
 *            0
 *         7     1          each member has a link to its right neighbour and one from its left one, on which both show
 *       6    \    2        every second that they live, and to those 2, 4, 8 ... places on (chords), opened when all is
 *         5   \ 3          calm or when they are needed first
 *            4             (the chord of 0 over 4 places is drawn)
 * </pre>
 *
 * <p><b>News</b> is a flood: who learns something about a member tells all those to whom he has links. When a link is new
 * both sides tell all they know ({@code Table}). So news that was lost with a link is told again with the next one.
 *
 * <p><b>Loss.</b> A neighbour that is silent for too long, or cannot be connected to, is declared gone. One that is called
 * gone and is not raises its incarnation and says so. A table may come from somebody who was cut off from all of us and so
 * believes all of us gone; therefore what a table says of losses that we do not know makes a member merely suspect, which
 * gives it time to contradict.
 *
 * <p><b>Return.</b> Every lost member is looked for, less and less often, by that living member that is its left neighbour
 * now; so two halves of a ring find each other again, and a member that was stopped is taken in when it goes on.
 *
 * <p><b>Questions</b> ({@code Ask}) go down a tree of chords, and the answers come back up: a member hands each chord the
 * targets between that one and the next chord. A target that does not answer for the others is replaced by the next of
 * them, so 2^k members take k steps, whoever dies.
 *
 * <p>Everything here runs in one thread and sees the world through {@link io.jmpi.daemon.ring.Surroundings} only: clock
 * and network are simulated in its tests.
 */
package io.jmpi.daemon.ring;
