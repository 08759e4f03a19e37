package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.programs.FloodProgram;
import io.jmpi.it.programs.IdleProgram;
import io.jmpi.it.programs.LargeProgram;
import io.jmpi.it.programs.StressProgram;
import io.jmpi.it.programs.ThreadsProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Much at once: random messages under load, floods, threads; and nothing at all. */
@ExtendWith(NothingLeft.class)
class StressIT {

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    static Stream<Arguments> jdksAndTransports() {
        return Jdk.all().stream()
                .flatMap(jdk -> Stream.of(Transport.values()).map(transport -> Arguments.of(jdk, transport)));
    }

    @ParameterizedTest
    @MethodSource("jdksAndTransports")
    void shouldPassRandomMessagesUnderLoad(Jdk jdk, Transport transport) {
        JobRun.ranks(4)
                .on(jdk)
                .over(transport)
                .program(StressProgram.class, "10000", Long.toString(System.nanoTime()))
                .limit(90)
                .run()
                .expectSuccess()
                .expectOutContains("received 10000 messages");
    }

    /** Two ranks have a processor each. JNA would unpack its library into the user's home. */
    @ParameterizedTest
    @MethodSource("jdks")
    void shouldCopyByTheLibraryAndLeaveNothing(Jdk jdk) throws IOException {
        Path home = JobRun.workDirectory("home");
        Path logs = JobRun.workDirectory("loaded");
        JobRun.ranks(2)
                .on(jdk)
                .jvm("-Djmpi.haul.patience=-1", "-Duser.home=" + home, "-Djava.io.tmpdir=" + home)
                .jvm("-Xlog:class+load:file=" + logs + "/%p")
                .program(StressProgram.class, "10000", Long.toString(System.nanoTime()))
                .limit(90)
                .run()
                .expectSuccess()
                .expectOutContains("received 10000 messages");
        try (Stream<Path> ranks = Files.list(logs)) {
            for (Path rank : ranks.toList()) {
                assertTrue(Files.readString(rank).contains("com.sun.jna.Pointer"), "the library was not loaded");
            }
        }
        try (Stream<Path> left = Files.list(home)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** 80 MB from each sender, into a heap of 64 MB. */
    @ParameterizedTest
    @CsvSource({"2,SHM", "3,SHM", "2,TCP", "3,TCP"})
    void shouldSlowSendersWhenNobodyReceives(int ranks, Transport transport) {
        JobRun.ranks(ranks)
                .over(transport)
                .jvm("-Xmx64m")
                .program(FloodProgram.class, "80000", "20000")
                .limit(90)
                .run()
                .expectSuccess()
                .expectOutContains("received 80000 from each\n", "received 20000 from each, sent one by one");
    }

    /** Most of the time goes into the first touch of each page; so they are large. */
    @ParameterizedTest
    @ValueSource(strings = {"doubles", "object"})
    void shouldMoveMoreThanTwoGigabytesInACall(String what) {
        JobRun.ranks(2)
                .jvm("-Xmx3g", "-XX:+UseTransparentHugePages")
                .program(LargeProgram.class, what)
                .limit(120)
                .run()
                .expectSuccess();
    }

    @ParameterizedTest
    @CsvSource({"1,SHM", "2,SHM", "3,SHM", "2,TCP", "3,TCP", "3,TLS"})
    void shouldServeManyThreads(int ranks, Transport transport) {
        JobResult result = JobRun.ranks(ranks)
                .over(transport)
                .program(ThreadsProgram.class, "300")
                .limit(90)
                .run()
                .expectSuccess();
        for (int rank = 0; rank < ranks; rank++) {
            result.expectOutContains("rank " + rank + " done");
        }
    }

    /** Under 2 % of one processor for all together, the JVMs' own housekeeping included. */
    @ParameterizedTest
    @EnumSource(names = {"SHM", "TCP"})
    void shouldUseNoProcessorWhileWaiting(Transport transport) throws Exception {
        int ranks = 8;
        try (RunningJob job = JobRun.ranks(ranks)
                .over(transport)
                .readingFromTest()
                .program(IdleProgram.class)
                .start()) {
            long[] pids = new long[ranks];
            for (int rank = 0; rank < ranks; rank++) {
                job.awaitOutput("ready " + rank);
                pids[rank] = job.rankPid(rank);
            }
            TimeUnit.SECONDS.sleep(1); // the ladder down to sleep, and the compiler's last work
            long start = System.nanoTime();
            long before = processorNanos(pids);
            TimeUnit.SECONDS.sleep(3); // the time measured
            double share = (processorNanos(pids) - before) / (double) (System.nanoTime() - start);
            job.stdin().write('x');
            job.stdin().close();
            job.result().expectSuccess();
            assertTrue(share < 0.02, "share of a processor: " + share);
        }
    }

    /** What all threads of some processes have used. */
    private static long processorNanos(long[] pids) throws IOException {
        long sum = 0;
        for (long pid : pids) {
            for (String thread : Path.of("/proc/" + pid + "/task").toFile().list()) {
                String used = Files.readString(Path.of("/proc/" + pid + "/task/" + thread + "/schedstat"));
                sum += Long.parseLong(used.substring(0, used.indexOf(' ')));
            }
        }
        return sum;
    }
}
