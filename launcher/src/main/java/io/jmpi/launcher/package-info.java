/**
 * The command {@code jmpiexec}: reads what the user has typed, makes a job of it, has that run, and shows what it does.
 *
 * <pre>
 *   words -- CommandLine --&gt; Options -- RankMaker --&gt; what each rank is  \
 *              ConfigFile      |                                            JobSpec --&gt; Head
 *                              +------ place.Placer --&gt; where it is       /             |
 *                                                                                       v
 *                 Terminal, OutputFiles &lt;-- Labels, Merger &lt;------------------------- Screen
 * </pre>
 *
 * <p>What happens before the first rank starts is a matter of milliseconds: no lambdas, no streams, no formatting.
 */
package io.jmpi.launcher;
