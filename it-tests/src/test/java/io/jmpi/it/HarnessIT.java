package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.programs.FaultProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What these tests rely on: that a job that hangs, and what a job leaves behind, is seen and told. */
class HarnessIT {

    private final NothingLeft guard = new NothingLeft(200);

    @Test
    void shouldShowTheThreadsOfAJobThatHangs() throws Exception {
        NothingLeft patient = new NothingLeft();
        patient.begin();
        JobRun hanging =
                JobRun.ranks(2).program(FaultProgram.class, "waits", "99").limit(4);
        String message = assertThrows(AssertionError.class, hanging::run).getMessage();
        assertTrue(message.contains("did not end in time"), message);
        assertTrue(message.contains("ready 1"), message);
        assertTrue(message.contains("at io.jmpi.it.programs.FaultProgram.main"), message);
        assertTrue(message.contains("jmpiexec -n 2"), message);
        patient.check();
    }

    @Test
    void shouldSeeAProcessLeftBehind() throws Exception {
        guard.begin();
        ProcessBuilder builder = new ProcessBuilder("sleep", "1000");
        NothingLeft.mark(builder);
        Process process = builder.start();
        String message = assertThrows(AssertionError.class, guard::check).getMessage();
        assertTrue(message.contains("process " + process.pid() + ": sleep 1000"), message);
        process.waitFor();
        assertFalse(process.isAlive(), "it is killed");
        guard.check();
    }

    @Test
    void shouldSeeAFileLeftBehind() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        for (String directory : new String[] {"/dev/shm", System.getProperty("java.io.tmpdir")}) {
            guard.begin();
            Path file = Files.createFile(Path.of(directory, "jmpi-" + gone.pid() + "-left"));
            try {
                String message =
                        assertThrows(AssertionError.class, guard::check).getMessage();
                assertTrue(message.contains("file " + file), message);
            } finally {
                Files.delete(file);
            }
            guard.check();
        }
    }
}
