/**
 * The way to a daemon for who is none: tools and launchers.
 *
 * <p>Each daemon has a Unix-domain socket in a directory that only its user can enter; whoever can open it may ask for
 * anything. Where no daemon runs, {@code JMPI_RING=host:port} leads to one elsewhere, over TLS with the ring's credential.
 * Frames are those of the ring: both sides say {@code Hello}, with what one has come for; then a tool sends a
 * {@code Request} and gets a {@code Result}, and what has to do with a job is for the package {@code job}.
 *
 * <pre>
 *   /tmp/jmpd-USER/           mode 0700
 *     console[.EXT]           the socket; EXT is JMPD_CON_EXT, for a second ring of one user
 *     pid[.EXT]               of the daemon
 *     log[.EXT]               what it has to say when it has no terminal
 * </pre>
 *
 * <p>The client's side needs neither Netty nor threads of its own.
 */
package io.jmpi.daemon.console;
