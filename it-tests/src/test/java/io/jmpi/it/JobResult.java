package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How a job has ended. */
public record JobResult(String command, int status, Path outFile, Path errFile) {

    private static final int SHOWN = 4000;

    public String out() {
        return text(outFile);
    }

    public String err() {
        return text(errFile);
    }

    public List<String> outLines() {
        return out().lines().toList();
    }

    /** The lines of all ranks, which come in any order. */
    public List<String> sortedOut() {
        return out().lines().sorted().toList();
    }

    public JobResult expectStatus(int expected) {
        assertEquals(expected, status, this::inFull);
        return this;
    }

    /** Success, with not a word on standard error. */
    public JobResult expectSuccess() {
        expectStatus(0);
        return expectErr("");
    }

    public JobResult expectOut(String expected) {
        assertEquals(expected, out(), this::inFull);
        return this;
    }

    public JobResult expectErr(String expected) {
        assertEquals(expected, err(), this::inFull);
        return this;
    }

    public JobResult expectErrContains(String... parts) {
        for (String part : parts) {
            if (!err().contains(part)) {
                throw new AssertionError("standard error does not contain <" + part + ">\n" + inFull());
            }
        }
        return this;
    }

    public JobResult expectOutContains(String... parts) {
        for (String part : parts) {
            if (!out().contains(part)) {
                throw new AssertionError("standard output does not contain <" + part + ">\n" + inFull());
            }
        }
        return this;
    }

    /** Everything there is to know about it, for the message of a failure. */
    public String inFull() {
        return command + "\nstatus " + status + "\n-- standard output --\n" + shown(out()) + "\n-- standard error --\n"
                + shown(err());
    }

    private static String shown(String text) {
        return text.length() <= 2 * SHOWN
                ? text
                : text.substring(0, SHOWN) + "\n[...]\n" + text.substring(text.length() - SHOWN);
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
