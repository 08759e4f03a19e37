package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sample runs, as README tells to start them. */
@ExtendWith(NothingLeft.class)
class SamplesIT {

    private static final String JAR = java.nio.file.Path.of(System.getProperty("jmpi.samples"))
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
                "3 | matmul -m 90 -k 70 -n 50 --naive | verified",
                "3 | matmul -m 91 -k 70 -n 50 | verified"
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
}
