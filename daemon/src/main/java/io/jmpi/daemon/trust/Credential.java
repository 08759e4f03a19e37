package io.jmpi.daemon.trust;

import io.jmpi.trust.SharedIdentity;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;

/** The keys of a ring, made from its secret word, the same ones wherever that is known. */
public final class Credential {

    private final SharedIdentity identity;

    private Credential(SharedIdentity identity) {
        this.identity = identity;
    }

    /** Takes a moment when the word is a user's own, since that is to be hard to guess. */
    public static Credential of(SecretWord word) {
        try {
            return new Credential(SharedIdentity.of(word.key()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM lacks what the ring's TLS needs: " + e.getMessage(), e);
        }
    }

    /** For both sides: shows this credential, and accepts who shows the same. */
    public SSLContext tls() {
        return identity.tls("its secret word is another one");
    }

    X509Certificate certificate() {
        return identity.certificate();
    }
}
