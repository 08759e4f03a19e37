/**
 * The command {@code jmpiexec}: reads its options, finds the program, adds what a {@code java} command needs as a rank,
 * and runs the job in a daemon of its own process.
 *
 * <p>What happens before the first rank starts is a matter of milliseconds: no lambdas, no streams, no formatting.
 */
package io.jmpi.launcher;
