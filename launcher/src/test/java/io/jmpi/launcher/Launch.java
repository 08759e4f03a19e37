package io.jmpi.launcher;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A launcher in a process of its own, with its output in memory. */
final class Launch implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Drain out;
    private final Drain err;

    private Launch(Process process) {
        this.process = process;
        this.out = new Drain(process.getInputStream());
        this.err = new Drain(process.getErrorStream());
        out.start();
        err.start();
    }

    static Launch start(String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("io.jmpi.launcher.JmpiExec");
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        // No daemon of whoever runs the tests.
        builder.environment().put("JMPD_CON_EXT", "none");
        builder.environment().remove("JMPI_RING");
        return new Launch(builder.start());
    }

    /** Runs a launch without input to its end. */
    static Launch run(String... args) throws IOException, InterruptedException {
        try (Launch launch = start(args)) {
            launch.input("");
            launch.status();
            return launch;
        }
    }

    void input(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
    }

    /** Sends a signal, named without SIG, to the launcher alone. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits for the end and tells the exit status. */
    int status() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("jmpiexec does not end; its output so far:\n" + out + err);
        }
        out.join();
        err.join();
        return process.exitValue();
    }

    String out() {
        return out.toString();
    }

    byte[] outBytes() {
        return out.bytes();
    }

    String err() {
        return err.toString();
    }

    /** Waits until the standard output contains a text. */
    void awaitOut(String text) throws InterruptedException {
        out.await(text);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The processes whose environment or command line contains a text. */
    static List<String> processesWith(String text) throws IOException {
        List<String> found = new ArrayList<>();
        File[] directories = new File("/proc").listFiles((parent, name) -> Character.isDigit(name.charAt(0)));
        for (File directory : directories == null ? new File[0] : directories) {
            String content = read(directory, "environ") + read(directory, "cmdline");
            if (content.contains(text)) {
                found.add(directory.getName() + ": " + content.replace('\0', ' '));
            }
        }
        return found;
    }

    private static String read(File directory, String name) {
        try {
            return Files.readString(Path.of(directory.getPath(), name), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has ended
        }
    }

    private static final class Drain extends Thread {
        private final InputStream in;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean ended;

        Drain(InputStream in) {
            this.in = in;
        }

        @Override
        public void run() {
            byte[] chunk = new byte[1 << 16];
            try {
                int count;
                while ((count = in.read(chunk)) > 0) {
                    add(chunk, count);
                }
            } catch (IOException e) {
                // closed with its process
            }
            end();
        }

        private synchronized void add(byte[] chunk, int count) {
            bytes.write(chunk, 0, count);
            notifyAll();
        }

        private synchronized void end() {
            ended = true;
            notifyAll();
        }

        synchronized void await(String text) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!toString().contains(text)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0 || ended) {
                    throw new AssertionError("no \"" + text + "\" in: " + this);
                }
                wait(left);
            }
        }

        synchronized byte[] bytes() {
            return bytes.toByteArray();
        }

        @Override
        public synchronized String toString() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
