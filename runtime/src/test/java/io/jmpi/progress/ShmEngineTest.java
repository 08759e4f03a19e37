package io.jmpi.progress;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.data.UserMemory;
import io.jmpi.job.JobSegment;
import io.jmpi.job.Placement;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShmEngineTest extends EngineContract {

    @Override
    TestJob job(Path where) throws IOException {
        return new TestJob(where, Placement.onOneNode(3), false);
    }

    @Test
    void shouldSayThatAJobOfOneThreadWaitsForItself() {
        Engine engine = new Engine(JobSegment.ofOneRank(8192), 0, false);
        byte[] target = new byte[1];
        ReceiveOperation receive = new ReceiveOperation().prepare(0, 7, 5, target, UserMemory.of(target), 0, 1);
        engine.start(receive);
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> engine.await(receive));
        assertTrue(error.getMessage().startsWith("deadlock: "), error.getMessage());
    }
}
