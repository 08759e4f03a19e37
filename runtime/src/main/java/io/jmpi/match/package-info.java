/**
 * Brings messages and receives together in the order MPI asks for: a message takes the earliest posted receive that
 * fits, a receive the earliest message that fits, wildcards included (MPI 4.1, 3.5).
 *
 * <p>Both sides are kept by (context, source, tag), and by the same with wildcards, so that the cost of a match does not
 * depend on how many others wait. Used by one thread at a time.
 */
package io.jmpi.match;
