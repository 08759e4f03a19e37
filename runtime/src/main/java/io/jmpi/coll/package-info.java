/**
 * Communicators as the runtime knows them, and collectives on them: the schedules of {@code io.jmpi.collectives}, run
 * round by round over the point-to-point protocol.
 */
package io.jmpi.coll;
