package io.jmpi.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * The TLS identity of all who share a secret: one key pair made from it, and its certificate. Each of them shows it and
 * accepts nobody else.
 */
public final class SharedIdentity {

    private static final int KEY_BITS = 255;
    private static final int SESSIONS = 1;

    private final KeyPair keys;
    private final X509Certificate certificate;

    private SharedIdentity(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** @param privateKey 32 bytes that nobody else knows */
    public static SharedIdentity of(byte[] privateKey) {
        try {
            KeyPair keys = keyPair(privateKey);
            return new SharedIdentity(keys, Certificates.selfSigned(keys));
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    private static IllegalStateException lacking(GeneralSecurityException e) {
        return new IllegalStateException("this JVM lacks what TLS needs: " + e.getMessage(), e);
    }

    /** The key pair of a private key, which is 32 bytes of any value (RFC 8032). */
    static KeyPair keyPair(byte[] privateKey) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(KEY_BITS, new Given(privateKey));
        return generator.generateKeyPair();
    }

    /**
     * For both sides of a connection.
     *
     * @param otherwise what is said of a peer that shows another identity
     */
    public SSLContext tls(String otherwise) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(
                    new KeyManager[] {new OneKey(keys.getPrivate(), certificate)},
                    new TrustManager[] {new OnePeer(keys.getPublic(), otherwise)},
                    null);
            // Nothing is resumed, so nothing is kept.
            context.getServerSessionContext().setSessionCacheSize(SESSIONS);
            context.getClientSessionContext().setSessionCacheSize(SESSIONS);
            return context;
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** A source of bytes that are known already: a key is generated from what it draws. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            if (target.length != bytes.length) {
                throw new IllegalStateException(target.length + " bytes wanted, " + bytes.length + " given");
            }
            System.arraycopy(bytes, 0, target, 0, bytes.length);
        }
    }
}
