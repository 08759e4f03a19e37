package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.Request;
import io.jmpi.daemon.control.RingTest;
import java.io.IOException;
import java.math.BigDecimal;

/** {@code jmpdringtest}: how long a message takes round the ring. */
final class RingTestCommand extends ToolCommand {

    private static final int LONG_MILLIS = 600_000;
    private static final int MOST_LOOPS = 1_000_000;

    /** A nanosecond in seconds. */
    private static final int NANO_DIGITS = 9;

    @Override
    public Usage usage() {
        return new Usage("jmpdringtest", "[LOOPS]", "Sends a message round the ring, LOOPS times (1).");
    }

    @Override
    int run(ConsoleClient client, CommandLine line, Terminal terminal) throws CommandException, IOException {
        int loops = line.numberAt(0, "LOOPS", 1, 1, MOST_LOOPS);
        Request request = Request.newBuilder()
                .setRingTest(RingTest.newBuilder().setLoops(loops))
                .build();
        long nanos = client.call(request, LONG_MILLIS).getRingTest().getNanos();
        terminal.out("time for " + loops + (loops == 1 ? " loop = " : " loops = ")
                + BigDecimal.valueOf(nanos, NANO_DIGITS).toPlainString() + " seconds");
        return 0;
    }
}
