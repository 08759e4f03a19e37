/**
 * Who may speak to whom: TLS between those who share a secret, the ranks of a job with {@code --tls} and the daemons of a
 * ring. There is no authority and nothing to configure; a certificate carries the shared public key and means nothing
 * else.
 */
package io.jmpi.trust;
