package io.jmpi.launcher.ring;

import java.io.IOException;

/** {@code jmpdcheck}: looks for what would keep a ring from working, on this host, on others, and between two. */
final class CheckCommand implements Command {

    private static final int HIGHEST_PORT = 65535;

    @Override
    public Usage usage() {
        return HostOptions.addTo(new Usage(
                        "jmpdcheck",
                        "[HOST PORT]",
                        "Looks for what would keep a ring from working: on this host, with -f on others, and between two:\n"
                                + "jmpdcheck -s on one of them, then jmpdcheck -c HOST PORT on the other."))
                .option("-s", "", "wait for the other host, and tell where")
                .option("-c", "", "try to reach the one that waits at HOST PORT");
    }

    @Override
    public int run(CommandLine line, Terminal terminal) throws CommandException, IOException, InterruptedException {
        if (line.has("-s")) {
            return new PairCheck(terminal).serve();
        } else if (line.has("-c")) {
            if (line.operands().size() != 2) {
                throw CommandException.usage("-c HOST PORT");
            }
            int port = line.numberAt(1, "PORT", 0, 1, HIGHEST_PORT);
            return new PairCheck(terminal).connect(line.operands().get(0), port);
        } else if (!line.operands().isEmpty()) {
            throw CommandException.usage(
                    "cannot make sense of '" + line.operands().get(0) + "'");
        }
        boolean good = new ThisHostCheck(terminal).run();
        if (line.has("-f")) {
            for (BootHost host : BootList.of(line).others()) {
                good &= new OtherHostCheck(terminal, line).run(host);
            }
        }
        return good ? 0 : CommandException.FAILED;
    }
}
