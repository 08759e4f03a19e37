/**
 * Links: framed connections between processes, over TLS or over a socket of this machine. One thread, that of the
 * {@link io.jmpi.daemon.net.Network}, does all input and output and calls all listeners, so what is built upon links has
 * one owner and no locks. Needs Netty; who talks to a daemon without being one uses {@code io.jmpi.daemon.console}.
 *
 * <pre>
 *   +----------------+---------------------------+
 *   | length, 4 byte | Frame (control.proto)     |    big-endian; at most {@link io.jmpi.daemon.net.Framing#MAX_FRAME}
 *   +----------------+---------------------------+
 *   | 0              |                                a pulse: the sender lives and has nothing to say; whoever
 *   +----------------+                                does not send any of his own answers with one
 * </pre>
 *
 * <p>Nobody is believed before the TLS handshake has shown that he has the ring's credential. Until then a connection may
 * cost a few kilobytes for a few seconds, and there may be few such connections: of more the oldest is dropped.
 */
package io.jmpi.daemon.net;
