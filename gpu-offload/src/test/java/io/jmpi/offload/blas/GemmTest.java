package io.jmpi.offload.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.offload.Accelerator;
import io.jmpi.offload.Device;
import io.jmpi.offload.DeviceArray;
import io.jmpi.offload.DeviceDoubles;
import io.jmpi.offload.DeviceFloats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of tile, on whatever device there is first, against three loops. Small whole numbers make sums exact. */
class GemmTest {

    private static final int[][] SIZES = {{1, 1, 1}, {3, 5, 7}, {16, 16, 16}, {33, 17, 40}, {64, 100, 1}, {70, 130, 90}
    };

    private static Accelerator accelerator;

    private final Random random = new Random(7);

    @BeforeAll
    static void open() {
        accelerator = Device.all().get(0).open();
    }

    @AfterAll
    static void close() {
        List<String> left = accelerator.leftOpen();
        accelerator.close();
        assertEquals(List.of(), left);
    }

    static List<Tile> tiles() {
        return List.of(
                new RegisterTile(4, 2, 2, 16, 3),
                new RegisterTile(3, 8, 1, 64, 1),
                new RegisterTile(5, 1, 3, 1000, 2),
                new LocalTile(4, 8, 2, 1, 2, 8),
                new LocalTile(2, 2, 1, 3, 4, 4),
                new LocalTile(16, 16, 1, 1, 1, 16),
                new LocalTile(1, 1, 1, 1, 1, 1));
    }

    private double[] numbers(int length) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextInt(9) - 4;
        }
        return numbers;
    }

    private static DeviceArray upload(Real real, double[] values) {
        if (real == Real.DOUBLE) {
            return accelerator.copyOf(values);
        }
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return accelerator.copyOf(floats);
    }

    private static double[] download(DeviceArray array) {
        if (array instanceof DeviceDoubles doubles) {
            return doubles.toArray();
        }
        float[] floats = ((DeviceFloats) array).toArray();
        double[] values = new double[floats.length];
        for (int i = 0; i < floats.length; i++) {
            values[i] = floats[i];
        }
        return values;
    }

    private void check(Real real, PanelProduct product, int[] size, int variant) {
        int m = size[0];
        int n = size[1];
        int k = size[2];
        boolean transposeA = (variant & 1) != 0;
        boolean transposeB = (variant & 2) != 0;
        double alpha = variant % 3 - 1;
        double beta = variant % 4 == 0 ? 0 : 2;
        int lda = (transposeA ? m : k) + variant % 2;
        int ldb = (transposeB ? k : n) + 3;
        int ldc = n + variant % 3;
        double[] a = numbers((transposeA ? k : m) * lda);
        double[] b = numbers((transposeB ? n : k) * ldb);
        double[] c = numbers(m * ldc);
        double[] expected = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += a[transposeA ? l * lda + i : i * lda + l] * b[transposeB ? j * ldb + l : l * ldb + j];
                }
                expected[i * ldc + j] = alpha * sum + beta * c[i * ldc + j];
            }
        }
        try (DeviceArray onA = upload(real, a);
                DeviceArray onB = upload(real, b);
                DeviceArray onC = upload(real, c)) {
            product.multiply(transposeA, transposeB, m, n, k, alpha, onA, lda, onB, ldb, beta, onC, ldc);
            double[] got = download(onC);
            for (int i = 0; i < got.length; i++) {
                int at = i;
                assertEquals(
                        expected[i] + 0.0,
                        got[i] + 0.0,
                        () -> real + " " + product.tile().text() + " m=" + m + " n=" + n + " k=" + k + " variant "
                                + variant + ", element " + at);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tiles")
    void shouldMultiplyLikeThreeLoops(Tile tile) {
        for (Real real : Real.values()) {
            try (PanelProduct product = new PanelProduct(accelerator, real, tile)) {
                int variant = 0;
                for (int[] size : SIZES) {
                    for (int i = 0; i < 4; i++) {
                        check(real, product, size, variant++);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tiles")
    void shouldBeMadeOfItsText(Tile tile) {
        assertEquals(tile, Tile.parse(tile.text()));
    }

    @Test
    void shouldNotReadWhatIsOverwritten() {
        try (Gemm gemm = Gemm.of(accelerator);
                DeviceDoubles a = accelerator.copyOf(1.0, 2, 3, 4);
                DeviceDoubles c = accelerator.copyOf(Double.NaN, Double.NaN, Double.NaN, Double.NaN)) {
            gemm.multiply(a, a, c, 2, 2, 2);
            assertEquals(7, c.toArray()[0]);
            assertEquals(22, c.toArray()[3]);
            c.fill(Double.NaN);
            gemm.multiply(a, a, c, 2, 2, 0);
            assertEquals(0, c.toArray()[1]);
            gemm.multiply(a, a, c, 0, 2, 2);
        }
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        try (Gemm gemm = Gemm.of(accelerator);
                DeviceFloats a = accelerator.floats(6)) {
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> gemm.multiply(a, a, a, 2, 3, 4));
            assertTrue(e.getMessage().startsWith("A has 2 rows of 4 elements, 4 apart"), e.getMessage());
            assertThrows(IllegalArgumentException.class, () -> gemm.multiply(a, a, a, -1, 3, 2));
        }
    }

    @Test
    void shouldHaveTilesThatTheDeviceCanDo() {
        for (Real real : Real.values()) {
            for (Tile tile : new TileSearch(accelerator, real).candidates()) {
                assertTrue(tile.rows() > 0 && tile.columns() > 0, tile.text());
            }
        }
    }

    @Test
    void shouldRememberWhatWasFound(@TempDir Path directory) throws IOException {
        TileCache cache = new TileCache(directory.resolve("new"));
        Device device = accelerator.device();
        assertNull(cache.get(device, Real.FLOAT));
        Tile tile = new RegisterTile(1, 2, 3, 4, 5);
        cache.put(device, Real.FLOAT, tile);
        assertEquals(tile, cache.get(device, Real.FLOAT));
        assertNull(cache.get(device, Real.DOUBLE));
        List<Path> files = new ArrayList<>();
        try (var listed = Files.list(directory.resolve("new"))) {
            listed.forEach(files::add);
        }
        assertEquals(1, files.size());
        Files.writeString(files.get(0), "nonsense\nlocal x\n");
        assertNull(cache.get(device, Real.FLOAT));
    }

    @Test
    void shouldFindTheFastest() {
        List<String> tried = new ArrayList<>();
        Tile best = new TileSearch(accelerator, Real.FLOAT).best(tried::add);
        assertTrue(tried.stream().anyMatch(line -> line.contains(best.text())), tried::toString);
    }
}
