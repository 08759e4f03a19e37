package io.jmpi.offload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;

class CompiledProgramTest {

    @Property(tries = 100)
    void shouldReadWhatItWrites(
            @ForAll byte[] binary,
            @ForAll @AlphaChars String name,
            @ForAll int address,
            @ForAll @IntRange(max = 3) int n)
            throws IOException {
        Map<String, List<Declaration>> kernels =
                Map.of(name, Collections.nCopies(n, new Declaration("int*", name, address)));
        byte[] bytes = new CompiledProgram(binary, kernels).toBytes();
        CompiledProgram read = CompiledProgram.of(bytes);
        assertArrayEquals(binary, read.binary());
        assertEquals(kernels, read.kernels());
        bytes[Math.floorMod(address, bytes.length)]++;
        assertThrows(IOException.class, () -> CompiledProgram.of(bytes));
    }
}
