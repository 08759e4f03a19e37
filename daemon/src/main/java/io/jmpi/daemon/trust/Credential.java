package io.jmpi.daemon.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The keys of a ring, made from its secret word, the same ones wherever that is known. */
public final class Credential {

    private static final int SESSIONS = 1;

    private final KeyPair keys;
    private final X509Certificate certificate;

    private Credential(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** Takes a moment when the word is a user's own, since that is to be hard to guess. */
    public static Credential of(SecretWord word) {
        try {
            KeyPair keys = keyPair(word.key());
            return new Credential(keys, Certificates.selfSigned(keys));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM lacks what the ring's TLS needs: " + e.getMessage(), e);
        }
    }

    /** The key pair of a private key, which is 32 bytes of any value (RFC 8032). */
    static KeyPair keyPair(byte[] privateKey) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(KEY_BITS, new Given(privateKey));
        return generator.generateKeyPair();
    }

    private static final int KEY_BITS = 255;

    /** For both sides: shows this credential, and accepts who shows the same. */
    public SSLContext tls() {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(
                    new KeyManager[] {new OneKey(keys.getPrivate(), certificate)},
                    new TrustManager[] {new OnePeer(keys.getPublic())},
                    null);
            // Nothing is resumed, so nothing is kept.
            context.getServerSessionContext().setSessionCacheSize(SESSIONS);
            context.getClientSessionContext().setSessionCacheSize(SESSIONS);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM lacks what the ring's TLS needs: " + e.getMessage(), e);
        }
    }

    X509Certificate certificate() {
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
