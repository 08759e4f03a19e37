package io.jmpi.daemon.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What all members of a ring know, and nobody else. */
public final class SecretWord {

    /** The fewest characters of a word that a user thinks of. */
    public static final int SHORTEST = 16;

    /** Words of this length are taken for random ones, which nobody guesses and nothing needs to slow down. */
    private static final int RANDOM_LENGTH = 64;

    private static final int ITERATIONS = 300_000;
    private static final int KEY_BITS = 256;
    private static final byte[] SALT = "JMPI ring".getBytes(StandardCharsets.US_ASCII);

    private final String word;

    /** @throws IllegalArgumentException if it is too short, or contains what is not printable ASCII */
    public SecretWord(String word) {
        if (word.length() < SHORTEST) {
            throw new IllegalArgumentException("the secret word has " + word.length() + " characters, at least "
                    + SHORTEST + " are needed; jmpdboot makes a good one when there is none");
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) <= ' ' || word.charAt(i) > '~') {
                throw new IllegalArgumentException(
                        "the secret word contains something else than printable ASCII characters without spaces");
            }
        }
        this.word = word;
    }

    /** A new word that nobody can guess. */
    public static SecretWord random() {
        byte[] bytes = new byte[KEY_BITS / 8];
        new SecureRandom().nextBytes(bytes);
        StringBuilder word = new StringBuilder(RANDOM_LENGTH);
        for (byte b : bytes) {
            word.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return new SecretWord(word.toString());
    }

    /** The word itself, for the file and for the standard input of a remote host; never for a log. */
    public String text() {
        return word;
    }

    /** The bytes that the ring's keys are made of. */
    byte[] key() throws GeneralSecurityException {
        int iterations = word.length() >= RANDOM_LENGTH ? 1 : ITERATIONS;
        PBEKeySpec spec = new PBEKeySpec(word.toCharArray(), SALT, iterations, KEY_BITS);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
