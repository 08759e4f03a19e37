package io.jmpi.progress;

import io.jmpi.job.Placement;
import java.io.IOException;
import java.nio.file.Path;

/** Three ranks of one node that use TCP all the same. */
class TcpEngineTest extends EngineContract {

    @Override
    TestJob job(Path where) throws IOException {
        return new TestJob(where, Placement.onOneNode(3), true);
    }
}
