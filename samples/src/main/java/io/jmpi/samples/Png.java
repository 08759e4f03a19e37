package io.jmpi.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures in files, made without a screen. */
public final class Png {

    private Png() {}

    /** A black picture to draw on. */
    public static BufferedImage image(int width, int height) {
        // Where a display is named it need not be there.
        System.setProperty("java.awt.headless", "true");
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    /**
     * Makes sure that a picture has a place to be, before much is computed for it.
     *
     * @throws FailureException when its folder does not exist
     */
    public static void checkPlace(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new FailureException("cannot write " + file + ": there is no folder " + folder + " to write to");
        }
    }

    /**
     * Writes a picture.
     *
     * @throws FailureException when the file cannot be written
     */
    public static void write(BufferedImage image, Path file) {
        ImageIO.setUseCache(false);
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new FailureException("cannot write " + file + ": " + e);
        }
    }
}
