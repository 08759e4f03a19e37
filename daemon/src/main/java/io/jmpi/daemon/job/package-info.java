/**
 * Jobs over the wire: parts whose head is in a launcher on another host.
 *
 * <pre>
 *   launcher                     its daemon          a part's daemon
 *   Head -- RemoteNodes -------- Relay ------------- RemotePart -- Part
 *        orders -->        (a socket)      (TLS)
 *        &lt;-- events, output
 * </pre>
 *
 * <p>{@code job.proto} holds the messages. A daemon relays without a look at what it passes on; it may be launcher's and
 * part's daemon in one. What is on its way is bounded at the ends: a part has credit for so much output, which the head
 * gives back as it writes, and takes input as its ranks do; so nothing in between has to wait, and signals and ends
 * overtake a slow reader's output.
 *
 * <p>Links have a pulse; whichever breaks, the part behind it ends its ranks, and the head reports a lost host. A launcher
 * that dies takes its socket with it, and so all parts.
 */
package io.jmpi.daemon.job;
