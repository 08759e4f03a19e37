package io.jmpi.boot;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** The name of this machine, asked of the kernel where it tells, so that no resolver is involved. */
public final class ProcessorName {

    private static final String KERNEL = "/proc/sys/kernel/hostname";

    private ProcessorName() {}

    public static String get() {
        try (InputStream in = new FileInputStream(KERNEL)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return asked();
        }
    }

    private static String asked() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
