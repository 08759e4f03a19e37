package io.jmpi.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jmpi.samples.matmul.Matmul;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class OptionReaderTest {

    static final String[] NAMES = SampleList.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void shouldFindEverySampleAndItsHelp(String name) {
        assertNotNull(SampleList.find(name));
        assertInstanceOf(SampleList.find(name).getClass(), read(name));
        assertNull(read(name + " --help"));
    }

    @Test
    void shouldGiveHelpWithoutASample() {
        assertNull(read("--help"));
    }

    @Test
    void shouldReadOptions() {
        assertInstanceOf(Matmul.class, read("matmul --table --without naive,mpi --plot table.png"));
        assertInstanceOf(Matmul.class, read("matmul --rows 10 -k 3 -n=4 --naive --threads=2 --seed -1 --checks 0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rong | no such sample: rong; there are: hello, messages, ring, pi, objects, devices, saxpy, mandelbrot, nbody, matmul, bench",
                "--fast | Unknown option: '--fast'; try --help",
                "hello --fast | Unknown option: '--fast'; try --help",
                "hello you | Unmatched argument at index 1: 'you'; try --help",
                "ring --rounds many | Invalid value for option '--rounds': 'many' is not an int; try --help",
                "ring --rounds | Missing required parameter for option '--rounds' (N); try --help",
            })
    void shouldSayInOneLineWhatIsWrong(String arguments, String message) {
        assertEquals(
                message,
                assertThrows(UsageException.class, () -> read(arguments)).getMessage());
    }

    @Test
    void shouldAskForASample() {
        assertEquals(
                "no sample named; there are: hello, messages, ring, pi, objects, devices, saxpy, mandelbrot, nbody, matmul, bench",
                assertThrows(UsageException.class, () -> OptionReader.read(new String[0], true))
                        .getMessage());
    }

    private static Sample read(String arguments) {
        return OptionReader.read(arguments.split(" "), false);
    }
}
