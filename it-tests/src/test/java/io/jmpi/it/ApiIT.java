package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.programs.ApiProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The API core in real JVMs, for worlds of several sizes: all on the JDK that runs the tests, a few on another one. */
@ExtendWith(NothingLeft.class)
class ApiIT {

    /** More ranks are {@linkplain JobRun#lean many}. */
    private static final int FEW = 3;

    static Stream<Arguments> jdksTransportsAndSizes() {
        List<Arguments> all = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            for (Transport transport : Transport.values()) {
                for (int size : jdk.equals(Jdk.own()) ? transport.sizes() : transport.fewSizes()) {
                    all.add(Arguments.of(jdk, transport, size));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, {1}, {2} ranks")
    @MethodSource("jdksTransportsAndSizes")
    void shouldPassAllChecks(Jdk jdk, Transport transport, int size) {
        JobRun job = JobRun.ranks(size).on(jdk).over(transport);
        JobResult result = (size > FEW ? job.lean() : job)
                .program(ApiProgram.class)
                .limit(120)
                .run()
                .expectSuccess();
        for (int rank = 0; rank < size; rank++) {
            result.expectOutContains("rank " + rank + " of " + size + ": ");
        }
    }

    @Test
    void shouldBeAWorldOfOneWithoutALauncher() throws Exception {
        String classPath = JobRun.classes() + ":" + JobRun.distribution("lib/jmpi-runtime.jar");
        Process process = new ProcessBuilder(
                        Jdk.own().java(), "-cp", classPath, ApiProgram.class.getName(), "messages", "collectives")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor() == 0 && output.contains("rank 0 of 1: "), output);
    }
}
