package io.jmpi.progress;

import io.jmpi.job.Placement;
import io.jmpi.tcp.TcpSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Three ranks whose TCP goes through TLS. */
class TlsEngineTest extends EngineContract {

    @Override
    TestJob job(Path where) throws IOException {
        return new TestJob(where, Placement.onOneNode(3), true, Map.of(TcpSettings.TLS, "1"));
    }
}
