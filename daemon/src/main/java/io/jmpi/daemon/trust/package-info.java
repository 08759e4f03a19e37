/**
 * Whom a daemon believes: who knows the ring's secret word, and nobody else.
 *
 * <pre>
 *   ~/.jmpd.conf, mode 0600      secretword=...
 *        |  PBKDF2 for a word of the user's own, which may be guessed; one hash for one made by jmpdboot, which cannot
 *        v
 *   32 bytes: an Ed25519 private key, and so a public one and a self-signed certificate, made in memory
 *        |
 *        v
 *   TLS 1.3, both sides with this certificate, each accepting exactly this public key
 * </pre>
 *
 * <p>So the word itself never travels between daemons, each connection has fresh keys, and what was recorded cannot be
 * replayed. {@code jmpdboot} hands the word to other hosts through the standard input of ssh.
 */
package io.jmpi.daemon.trust;
