package io.jmpi.tcp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * HMAC with SHA-256 (RFC 2104). The JDK's own costs a starting rank 100 ms of class loading, most of it to check the
 * signature of the JDK's jar.
 */
final class Hmac {

    static final int LENGTH = 32;

    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final byte[] key;
    private final MessageDigest digest;

    /** @param key at most 64 bytes */
    Hmac(byte[] key) {
        this.key = key.clone();
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] of(byte[] text) {
        digest.update(padded(INNER));
        byte[] inner = digest.digest(text);
        digest.update(padded(OUTER));
        return digest.digest(inner);
    }

    private byte[] padded(byte pad) {
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
        }
        return block;
    }
}
