package io.jmpi.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * Makes the self-signed certificate of a key. TLS wants one; here it carries the public key and means nothing else, so it
 * is the shortest there is (RFC 5280):
 *
 * <pre>
 *   SEQUENCE
 *     SEQUENCE                                  what is signed
 *       INTEGER 1                               serial number; without a version field this is version 1
 *       SEQUENCE OID 1.3.101.112                Ed25519
 *       SEQUENCE SET SEQUENCE OID CN, "jmpi"    issuer
 *       SEQUENCE UTCTime 1970, GeneralizedTime 9999
 *       SEQUENCE SET SEQUENCE OID CN, "jmpi"    subject
 *       SEQUENCE ...                            the public key, as Java encodes it
 *     SEQUENCE OID 1.3.101.112
 *     BIT STRING                                the signature
 * </pre>
 */
final class Certificates {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    private static final byte[] ED25519 = {43, 101, 112};
    private static final byte[] COMMON_NAME = {85, 4, 3};

    private Certificates() {}

    static X509Certificate selfSigned(KeyPair keys) throws GeneralSecurityException {
        byte[] algorithm = der(SEQUENCE, der(OBJECT_IDENTIFIER, ED25519));
        byte[] name = der(
                SEQUENCE,
                der(SET, der(SEQUENCE, der(OBJECT_IDENTIFIER, COMMON_NAME), der(UTF8_STRING, ascii("jmpi")))));
        byte[] validity =
                der(SEQUENCE, der(UTC_TIME, ascii("700101000000Z")), der(GENERALIZED_TIME, ascii("99991231235959Z")));
        byte[] signed = der(
                SEQUENCE,
                der(INTEGER, new byte[] {1}),
                algorithm,
                name,
                validity,
                name,
                keys.getPublic().getEncoded());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(signed);
        byte[] noUnusedBits = {0};
        byte[] certificate = der(SEQUENCE, signed, algorithm, der(BIT_STRING, noUnusedBits, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] der(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
