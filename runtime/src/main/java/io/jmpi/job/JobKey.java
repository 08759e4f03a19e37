package io.jmpi.job;

import java.io.FileInputStream;
import java.io.IOException;
import java.security.SecureRandom;

/** The secret that the ranks of one job share, by which they know each other's connections. */
public final class JobKey {

    /** Bytes of a key. */
    public static final int LENGTH = 32;

    private static final String KERNEL = "/dev/urandom";

    private JobKey() {}

    /** A new key, asked of the kernel where it can be: {@code SecureRandom} costs a launch 20 ms of class loading. */
    public static byte[] random() {
        try (FileInputStream in = new FileInputStream(KERNEL)) {
            byte[] key = in.readNBytes(LENGTH);
            if (key.length == LENGTH) {
                return key;
            }
        } catch (IOException e) {
            // asked otherwise below
        }
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
