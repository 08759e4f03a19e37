/**
 * The contract between the point-to-point protocol and whatever carries its records: claim, fill in place, commit on
 * the way out ({@link io.jmpi.transport.Outbox}); poll on the way in ({@link io.jmpi.transport.Inbox}).
 *
 * <p>A record is an {@link io.jmpi.transport.Envelope} and a payload. Records from one process to another arrive whole,
 * once and in order. Nothing here blocks: want of room is a return value.
 */
package io.jmpi.transport;
