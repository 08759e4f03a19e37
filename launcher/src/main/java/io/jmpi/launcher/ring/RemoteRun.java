package io.jmpi.launcher.ring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A command that runs on another host: gets its input, and gives its output line by line. */
final class RemoteRun {

    /** Nothing on the way to a host takes longer without a word. */
    private static final long SILENCE_SECONDS = 60;

    private final List<String> command;

    RemoteRun(List<String> command) {
        this.command = command;
    }

    /** Who writes what the command reads. */
    @FunctionalInterface
    interface Input {

        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Runs it to its end, or until it has been silent for too long.
     *
     * @param lines takes each line of its output, errors included
     * @return its exit status
     * @throws IOException if it cannot be started
     */
    int run(Input input, Consumer<String> lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Redirect.PIPE)
                .start();
        AtomicLong lastLine = new AtomicLong(System.nanoTime());
        Thread watchdog = new Thread(() -> endIfSilent(process, lastLine), "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
        Thread writer = new Thread(() -> write(process, input), "input");
        writer.setDaemon(true);
        writer.start();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
            String line = reader.readLine();
            while (line != null) {
                lastLine.set(System.nanoTime());
                lines.accept(line);
                line = reader.readLine();
            }
        } finally {
            watchdog.interrupt();
        }
        watchdog.join();
        if (System.nanoTime() - lastLine.get() > TimeUnit.SECONDS.toNanos(SILENCE_SECONDS)) {
            lines.accept("(no answer for " + SILENCE_SECONDS + " seconds)");
        }
        return process.waitFor();
    }

    private static void write(Process process, Input input) {
        try (OutputStream out = process.getOutputStream()) {
            input.writeTo(out);
        } catch (IOException e) {
            // It does not read on: its output and status tell why.
        }
    }

    private static void endIfSilent(Process process, AtomicLong lastLine) {
        long limit = TimeUnit.SECONDS.toNanos(SILENCE_SECONDS);
        try {
            long left = limit;
            while (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
                left = limit - (System.nanoTime() - lastLine.get());
            }
            process.destroyForcibly();
        } catch (InterruptedException e) {
            // It has ended.
        }
    }
}
