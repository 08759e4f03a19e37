package io.jmpi.offload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program is told where OpenCL, or any device, is missing: each time in a JVM of its own. */
class NoDeviceTest {

    private static final String REMEDY = "apt-get install pocl-opencl-icd";

    /** The program. */
    static final class Program {

        public static void main(String[] args) {
            try {
                System.out.println(Device.all());
            } catch (OffloadException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static String run(String variable, String value) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName());
        builder.environment().put(variable, value);
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return out;
    }

    @Test
    void shouldNameTheRemedyWithoutAnyDriver(@TempDir Path empty) throws Exception {
        String out = run("OCL_ICD_VENDORS", empty.toString());
        assertTrue(out.contains("no OpenCL platform; install ") && out.contains(REMEDY), out);
    }

    @Test
    void shouldNameTheRemedyWithoutTheLibrary(@TempDir Path directory) throws Exception {
        Files.createFile(directory.resolve("libOpenCL.so.1"));
        String out = run("LD_LIBRARY_PATH", directory.toString());
        assertTrue(out.contains("no OpenCL here: its library libOpenCL is missing") && out.contains(REMEDY), out);
    }
}
