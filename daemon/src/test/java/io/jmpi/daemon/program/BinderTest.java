package io.jmpi.daemon.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinderTest {

    @TempDir
    Path root;

    /** Two sockets, each of two cores with two processors: 0 and 4 are one core, 0, 1, 4 and 5 one socket. */
    private Processors eight(String allowed) throws IOException {
        write("proc/self/status", "Name:\tjava\nCpus_allowed_list:\t" + allowed + "\nMems_allowed_list:\t0\n");
        for (int processor = 0; processor < 8; processor++) {
            int core = processor % 4;
            String directory = "sys/devices/system/cpu/cpu" + processor;
            write(directory + "/topology/thread_siblings_list", core + "," + (core + 4) + "\n");
            write(directory + "/topology/physical_package_id", core / 2 + "\n");
            Files.createDirectories(root.resolve(directory + "/node" + core / 2));
        }
        return new Processors(root.toFile());
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void shouldGroupProcessorsByWhatTheyShare() throws IOException {
        Processors processors = eight("0-7");
        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7"), processors.groups(Binding.HWTHREAD));
        assertEquals(List.of("0,4", "1,5", "2,6", "3,7"), processors.groups(Binding.CORE));
        assertEquals(List.of("0,1,4,5", "2,3,6,7"), processors.groups(Binding.SOCKET));
        assertEquals(List.of("0,1,4,5", "2,3,6,7"), processors.groups(Binding.NUMA));
    }

    @Test
    void shouldKeepToTheProcessorsItMayUse() throws IOException {
        assertEquals(List.of("1,5", "2", "3"), eight("1-3,5").groups(Binding.CORE));
    }

    @Test
    void shouldTakeProcessorsForCoresWhereNobodyTells() {
        Processors processors = new Processors(root.toFile());
        int count = Runtime.getRuntime().availableProcessors();
        assertEquals(count, processors.groups(Binding.CORE).size());
        assertEquals("0", processors.groups(Binding.NUMA).get(0));
    }

    @Test
    void shouldReadWhatThisHostTells() {
        for (Binding binding : Binding.values()) {
            assertFalse(new Processors(new File("/")).groups(binding).isEmpty(), binding.name());
        }
    }

    @Test
    void shouldGiveRanksTheirCoresInTurn() throws IOException {
        Binder binder = new Binder(eight("0-7"), "/bin/taskset");
        assertEquals(List.of("/bin/taskset", "-c", "1,5"), binder.prefix(Binding.CORE, 1));
        assertEquals(List.of("/bin/taskset", "-c", "1,5"), binder.prefix(Binding.CORE, 5));
    }

    @Test
    void shouldSayWhatIsMissing() throws IOException {
        Binder binder = new Binder(eight("0"), null);
        ProgramException e = assertThrows(ProgramException.class, () -> binder.prefix(Binding.CORE, 0));
        assertEquals(
                "cannot bind ranks: this host has no program taskset; install util-linux, or leave out -bind-to",
                e.getMessage());
    }
}
