package io.jmpi.trust;

import java.net.Socket;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Accepts exactly one public key; that the other side has the private one TLS makes it show. */
final class OnePeer extends X509ExtendedTrustManager {

    private final byte[] expected;
    private final String otherwise;

    /** @param otherwise what is said of a peer that shows another key */
    OnePeer(PublicKey expected, String otherwise) {
        this.expected = expected.getEncoded();
        this.otherwise = otherwise;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length != 1
                || !MessageDigest.isEqual(expected, chain[0].getPublicKey().getEncoded())) {
            throw new CertificateException(otherwise);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
