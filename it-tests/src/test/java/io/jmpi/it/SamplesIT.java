package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sample runs, as README tells to start them. */
@ExtendWith(NothingLeft.class)
class SamplesIT {

    private static final String JAR = Path.of(System.getProperty("jmpi.samples"))
            .toAbsolutePath()
            .normalize()
            .toString();

    private static JobRun sample(int ranks, String line) {
        String[] words = ("java -jar " + JAR + " " + line).split(" ");
        return JobRun.ranks(ranks).command(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | hello | Hello from rank 3 of 4",
                "3 | ring --rounds 100 | hops in",
                "3 | pi --intervals 100000 | 3.14159",
                "3 | messages | waitAll: rank",
                "3 | objects | has reports of ranks",
                "2 | devices | rank 1 on ",
                "3 | matmul -m 90 -k 70 -n 50 --naive | verified",
                "3 | matmul -m 91 -k 70 -n 50 | verified",
                "2 | matmul -m 91 -k 70 -n 50 --how naive | three loops in Java",
                "2 | matmul -m 91 -k 70 -n 50 --how blas --threads 2 | OpenBLAS, 2 threads",
                "2 | matmul -m 91 -k 70 -n 50 --how threads --threads 3 | OpenBLAS in 3 threads of Java",
                "3 | matmul -m 91 -k 70 -n 50 --how mpi | OpenBLAS in 3 ranks"
            })
    void shouldRun(int ranks, String line, String words) {
        sample(ranks, line).run().expectSuccess().expectOutContains(words);
    }

    @Test
    void shouldRunAlone() {
        for (String line : new String[] {"hello", "pi --intervals 1000", "matmul -m 9 -k 8 -n 7"}) {
            String out = sample(1, line).run().expectSuccess().out();
            assertFalse(out.isEmpty(), line + " says something");
        }
    }

    @Test
    void shouldMeasure() {
        sample(2, "bench --sizes 8 --repeats 2 --batch 1")
                .run()
                .expectSuccess()
                .expectOutContains("latency", "bandwidth");
    }

    @Test
    void shouldShowWhichAlgorithmsAreTaken() {
        sample(3, "bench --tuning").run().expectSuccess().expectOutContains("3 ranks on 1 node", "barrier", "exScan");
        sample(1, "bench --tuning --ranks 64 --nodes 4 allreduce --sizes 8")
                .run()
                .expectSuccess()
                .expectOutContains("64 ranks on 4 nodes", "two level");
        sample(2, "bench --tuning latency").run().expectStatus(2).expectErrContains("no such collective: latency");
    }

    @Test
    void shouldSayWhatItDoesNotKnow() {
        sample(2, "nonsense").run().expectStatus(2).expectErrContains("no such sample: nonsense");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void shouldMakeTheTalksTable(int ranks) {
        Path plot = JobRun.workDirectory("table").resolve("table.png");
        String out = sample(ranks, "matmul --table -m 61 -k 50 -n 40 --plot " + plot)
                .run()
                .expectSuccess()
                .expectOutContains(
                        "naive ",
                        "blas ",
                        "threads ",
                        "mpi ",
                        "opencl ",
                        "mpi+opencl ",
                        "2.07 s MPI on 4 CPUs",
                        "each verified")
                .out();
        assertFalse(out.contains("not here"), out);
        assertTrue(Files.exists(plot), "there is no " + plot);
    }

    @Test
    void shouldSayWhyARowOfTheTableIsMissing() {
        sample(2, "matmul --table -m 61 -k 50 -n 40 --without naive")
                .with("OCL_ICD_VENDORS", "/no/such/folder")
                .run()
                .expectSuccess()
                .expectOutContains(
                        "mpi+opencl  not here: no OpenCL", "apt-get install pocl-opencl-icd", "each verified");
        sample(2, "saxpy")
                .with("OCL_ICD_VENDORS", "/no/such/folder")
                .run()
                .expectStatus(1)
                .expectErrContains("apt-get install pocl-opencl-icd");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void shouldComputeOnDevices(int ranks) {
        sample(ranks, "saxpy --length 1000 --calls 7").run().expectSuccess().expectOutContains("verified");
        sample(ranks, "matmul -m 61 -k 50 -n 40 --how mpi+opencl")
                .run()
                .expectSuccess()
                .expectOutContains("verified");
        sample(ranks, "matmul -m 3 -k 50 -n 40 --how mpi+opencl").run().expectSuccess();
    }

    @Test
    void shouldLeaveRowsOutOfTheTable() {
        String out = sample(2, "matmul --table -m 61 -k 50 -n 40 --without naive,blas")
                .run()
                .expectSuccess()
                .expectOutContains("speed-up: over threads")
                .out();
        assertFalse(out.contains("naive"), out);
        sample(2, "matmul --table --without gpu")
                .run()
                .expectStatus(2)
                .expectErrContains("no such way to multiply: gpu");
        sample(2, "matmul --table --plot /no/such/folder/table.png")
                .run()
                .expectStatus(1)
                .expectErrContains("there is no folder /no/such/folder");
    }

    @Test
    void shouldDrawTheSamePictureOnAnyNumberOfRanks() throws IOException {
        Path folder = JobRun.workDirectory("mandelbrot");
        Path alone = mandelbrot(1, "", folder.resolve("1.png"));
        for (String where : new String[] {"", " --device"}) {
            for (int ranks : new int[] {2, 4}) {
                Path picture = mandelbrot(ranks, where, folder.resolve(ranks + where.strip() + ".png"));
                assertEquals(-1, Files.mismatch(alone, picture), picture + " is another picture than " + alone);
            }
        }
    }

    private static Path mandelbrot(int ranks, String where, Path file) {
        sample(ranks, "mandelbrot --width 64 --height 47 --out " + file + where)
                .run()
                .expectSuccess()
                .expectOutContains("64x47 pixels");
        return file;
    }

    @Test
    void shouldMoveBodiesAlikeOnAnyNumberOfRanks() {
        String alone = energy(1, "");
        for (int ranks : new int[] {2, 4}) {
            assertEquals(alone, energy(ranks, ""));
            assertEquals(alone, energy(ranks, " --device"));
        }
        sample(2, "nbody --bodies 50 --steps 3 --step 2").run().expectStatus(1).expectErrContains("has drifted");
    }

    private static String energy(int ranks, String where) {
        String out = sample(ranks, "nbody --bodies 203 --steps 20" + where)
                .run()
                .expectSuccess()
                .expectOutContains("drift")
                .out();
        return out.substring(out.indexOf("energy"), out.indexOf(", drift"));
    }
}
