/**
 * The commands of the ring: {@code jmpd} itself, {@code jmpdboot}, which starts it on many hosts, and the tools that ask
 * it.
 *
 * <p>All of them are one script and one main class. A command that becomes a daemon runs in a session of its own from the
 * beginning, and what it has to say until it is one goes through a pipe to the script, which says it and ends.
 *
 * <pre>
 *   script --- setsid java ...  jmpdboot -n 4        one line each on the pipe:  1 text for standard output
 *     |  ^                                                                       2 text for standard error
 *     |  '---- pipe -- 1 ... 2 ... 0 status                                      0 status: the script's end;
 *   screen                                                                       the daemon lets go of the pipe
 * </pre>
 *
 * <p><b>Boot.</b> {@code jmpdboot} splits the list of hosts into a few parts, and starts {@code jmpd --boot} on the first
 * host of each over a remote shell. That reads what it needs from its standard input, {@link
 * io.jmpi.launcher.ring.BootOrder}, joins the ring of the first daemon directly, and meanwhile boots its part of the list
 * in the same way. It tells what became of whom on its standard output, {@link io.jmpi.launcher.ring.BootReport}, until
 * its part is done. Hosts that nobody reached in the tree {@code jmpdboot} tries once itself.
 *
 * <p>picocli is not used: its classes cannot be in a class-data archive, and each daemon would load them.
 */
package io.jmpi.launcher.ring;
