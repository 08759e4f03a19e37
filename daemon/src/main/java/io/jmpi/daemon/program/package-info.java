/**
 * What a rank runs on this host: finds the program, and adds to a {@code java} command what a rank needs and the user did
 * not give: JMPI on the class path, native access, the class-data archive.
 *
 * <p>This happens on the host where the rank starts, whose JDK and distribution may lie elsewhere than the launcher's. It
 * is part of every start: no lambdas, no streams, no formatting.
 */
package io.jmpi.daemon.program;
