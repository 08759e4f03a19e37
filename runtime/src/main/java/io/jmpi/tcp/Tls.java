package io.jmpi.tcp;

import io.jmpi.trust.SharedIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * TLS between the ranks of a job, with an identity made from the job's key. The {@link Handshake} goes inside, so that
 * nobody can pass one rank off as another.
 */
final class Tls {

    private static final byte[] PURPOSE = "JMPI TLS between ranks".getBytes(StandardCharsets.US_ASCII);

    private final SSLContext context;

    Tls(byte[] key) {
        context = SharedIdentity.of(new Hmac(key).of(PURPOSE)).tls("it does not know the job's key");
    }

    /** @param ahead see {@link TlsFlow} */
    Flow around(Flow bare, boolean caller, List<TlsFlow> ahead) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(caller);
        engine.setNeedClientAuth(true);
        try {
            return new TlsFlow(bare, engine, ahead);
        } catch (SSLException e) {
            throw new IllegalStateException("this JVM cannot begin with TLS: " + e.getMessage(), e);
        }
    }
}
