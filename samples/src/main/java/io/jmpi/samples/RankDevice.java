package io.jmpi.samples;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.Device;
import io.jmpi.offload.OffloadException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The OpenCL device on which a rank computes. Apart from other classes, so that only who asks for a device needs OpenCL. */
public final class RankDevice {

    private RankDevice() {}

    /**
     * Opens it.
     *
     * @param name a part of its name, vendor or platform; empty for the one that this rank is given
     * @return to be closed by the caller
     * @throws FailureException when there is none, with the remedy
     */
    public static Accelerator open(String name) {
        try {
            return device(name).open();
        } catch (OffloadException e) {
            throw new FailureException(e.getMessage());
        }
    }

    /**
     * Its name.
     *
     * @param name as for {@link #open}
     * @return as its driver gives it
     */
    public static String name(String name) {
        return device(name).name();
    }

    private static Device device(String name) {
        return name.isEmpty() ? Device.ofRank() : Device.named(name);
    }

    /**
     * Opens one that computes in double.
     *
     * @param name as for {@link #open}
     * @return to be closed by the caller
     * @throws FailureException when there is none, with the remedy
     */
    public static Accelerator openForDoubles(String name) {
        Accelerator accelerator = open(name);
        if (!accelerator.device().hasDoubles()) {
            accelerator.close();
            throw new FailureException(accelerator.device().name()
                    + " computes without doubles; name another device, as `jmpi-samples.jar devices` lists them");
        }
        return accelerator;
    }

    /**
     * The source of kernels, beside a class.
     *
     * @param owner the class
     * @param name of the file
     * @return its text
     */
    public static String source(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
