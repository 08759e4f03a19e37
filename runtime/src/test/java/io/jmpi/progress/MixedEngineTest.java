package io.jmpi.progress;

import io.jmpi.job.Placement;
import java.io.IOException;
import java.nio.file.Path;

/** Two ranks share memory, the one between them is on another node. */
class MixedEngineTest extends EngineContract {

    @Override
    TestJob job(Path where) throws IOException {
        return new TestJob(where, Placement.of(0, 1, 0), false);
    }
}
