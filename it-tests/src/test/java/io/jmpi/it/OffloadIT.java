package io.jmpi.it;

import io.jmpi.it.programs.DeviceProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays on an OpenCL device, in real JVMs: whichever device is found first; apt-get install pocl-opencl-icd brings one. */
@ExtendWith(NothingLeft.class)
class OffloadIT {

    static Stream<Arguments> jdksTransportsAndSizes() {
        List<Arguments> all = new ArrayList<>();
        for (int size : new int[] {1, 2, 4}) {
            all.add(Arguments.of(Jdk.own(), Transport.SHM, size, false));
            all.add(Arguments.of(Jdk.own(), Transport.SHM, size, true));
        }
        all.add(Arguments.of(Jdk.own(), Transport.TCP, 2, false));
        all.add(Arguments.of(Jdk.own(), Transport.TCP, 2, true));
        for (Jdk jdk : Jdk.all()) {
            if (!jdk.equals(Jdk.own())) {
                all.add(Arguments.of(jdk, Transport.SHM, 2, false));
            }
        }
        return all.stream();
    }

    /** @param unshared whether data is copied from the device and to it even if it could be used in place */
    @ParameterizedTest(name = "{0}, {1}, {2} ranks, unshared {3}")
    @MethodSource("jdksTransportsAndSizes")
    void shouldPassAllChecks(Jdk jdk, Transport transport, int size, boolean unshared) {
        JobResult result = JobRun.ranks(size)
                .on(jdk)
                .over(transport)
                .jvm("-Djmpi.offload.unshared=" + unshared)
                .program(DeviceProgram.class)
                .limit(120)
                .run()
                .expectSuccess()
                .expectErr("");
        for (int rank = 0; rank < size; rank++) {
            result.expectOutContains("rank " + rank + ": ");
        }
    }
}
