package io.jmpi.offload.blas;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.Device;
import io.jmpi.offload.DeviceArray;
import io.jmpi.offload.DeviceDoubles;
import io.jmpi.offload.DeviceFloats;
import io.jmpi.offload.OffloadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Which tile is fast on a device: a guess by its kind, or the best of a few, each timed. */
final class TileSearch {

    /** Registers that a processor's vectors have at least; with long vectors it has twice as many. */
    private static final int FEW_REGISTERS = 16;

    private static final int LONG_VECTOR_BYTES = 64;

    /** Rows and columns of the products that are timed. */
    private static final int PROCESSOR_SIZE = 768;

    private static final int GRAPHICS_SIZE = 2048;
    private static final int REPEATS = 3;

    private final Accelerator accelerator;
    private final Device device;
    private final Real real;

    TileSearch(Accelerator accelerator, Real real) {
        this.accelerator = accelerator;
        this.device = accelerator.device();
        this.real = real;
    }

    private boolean isProcessor() {
        return device.kind() == Device.Kind.CPU;
    }

    /** What most devices of this kind do well with; the first of {@link #candidates}. */
    Tile usual() {
        return candidates().get(0);
    }

    /** What may be fast, the likeliest first. */
    List<Tile> candidates() {
        return isProcessor() ? forProcessor() : forGraphics();
    }

    private List<Tile> forProcessor() {
        int vector = Math.max(1, real == Real.FLOAT ? device.floatVector() : device.doubleVector());
        boolean many = vector * real.bytes() >= LONG_VECTOR_BYTES;
        int registers = many ? 2 * FEW_REGISTERS : FEW_REGISTERS;
        List<Tile> tiles = new ArrayList<>();
        for (int vectors : many ? new int[] {2, 3} : new int[] {2, 1}) {
            // A register for each vector of a row, one for the element that all are multiplied by; the rest hold sums.
            int rows = (registers - vectors - 1) / vectors;
            for (int depth : new int[] {384, 256}) {
                tiles.add(new RegisterTile(rows, vector, vectors, depth, 8));
            }
            tiles.add(new RegisterTile(rows - 2, vector, vectors, 384, 8));
            tiles.add(new RegisterTile(rows, vector, vectors, 384, 16));
        }
        return tiles;
    }

    private List<Tile> forGraphics() {
        int[][] shapes = real == Real.FLOAT
                ? new int[][] {
                    {16, 16, 2, 2, 4, 16},
                    {16, 16, 2, 2, 4, 8},
                    {8, 16, 2, 2, 4, 16},
                    {16, 16, 1, 2, 4, 16},
                    {16, 16, 1, 1, 4, 16},
                    {8, 8, 2, 2, 4, 16},
                    {8, 8, 1, 1, 4, 16}
                }
                : new int[][] {
                    {16, 16, 2, 2, 2, 16},
                    {16, 16, 2, 2, 2, 8},
                    {8, 16, 2, 4, 2, 16},
                    {16, 16, 2, 4, 2, 8},
                    {8, 8, 2, 2, 2, 16},
                    {8, 8, 4, 4, 2, 8},
                    {8, 8, 1, 1, 2, 16}
                };
        List<Tile> tiles = new ArrayList<>();
        for (int[] shape : shapes) {
            LocalTile tile = new LocalTile(shape[0], shape[1], shape[2], shape[3], shape[4], shape[5]);
            if (tile.localBytes(real) <= device.localMemory() && shape[0] * shape[1] <= device.largestGroup()) {
                tiles.add(tile);
            }
        }
        if (tiles.isEmpty()) {
            tiles.add(new LocalTile(1, 1, 1, 1, 1, 1));
        }
        return tiles;
    }

    /** Times all that may be fast; those that the device cannot do are passed over. */
    Tile best(Consumer<String> progress) {
        int size = isProcessor() ? PROCESSOR_SIZE : GRAPHICS_SIZE;
        Tile best = usual();
        double shortest = Double.POSITIVE_INFINITY;
        try (DeviceArray a = matrix(size);
                DeviceArray b = matrix(size);
                DeviceArray c = matrix(size)) {
            for (Tile tile : candidates()) {
                double seconds = seconds(tile, size, a, b, c);
                progress.accept(String.format(
                        Locale.ROOT,
                        "%s %-28s %8.1f GFLOP/s",
                        real.word(),
                        tile.text(),
                        2.0 * size * size * size / seconds / 1e9));
                if (seconds < shortest) {
                    shortest = seconds;
                    best = tile;
                }
            }
        }
        return best;
    }

    private DeviceArray matrix(int size) {
        DeviceArray matrix = real == Real.FLOAT ? accelerator.floats(size * size) : accelerator.doubles(size * size);
        if (matrix instanceof DeviceFloats floats) {
            floats.fill(1);
        } else {
            ((DeviceDoubles) matrix).fill(1);
        }
        return matrix;
    }

    /** The shortest time of a product; the first one is not counted. */
    private double seconds(Tile tile, int size, DeviceArray a, DeviceArray b, DeviceArray c) {
        try (PanelProduct product = new PanelProduct(accelerator, real, tile)) {
            double shortest = Double.POSITIVE_INFINITY;
            for (int repeat = 0; repeat <= REPEATS; repeat++) {
                long start = System.nanoTime();
                product.multiply(false, false, size, size, size, 1, a, size, b, size, 0, c, size);
                accelerator.stream().finish();
                double seconds = (System.nanoTime() - start) / 1e9;
                shortest = repeat == 0 ? shortest : Math.min(shortest, seconds);
            }
            return shortest;
        } catch (OffloadException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
