package io.jmpi.it.programs;

import java.util.Objects;
import mpi.MPIException;

/** Assertions inside a rank. One that does not hold throws, which ends the job. */
final class Check {

    private Check() {}

    /** Something that may throw. */
    interface Body {
        void run() throws Exception;
    }

    static void that(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("not so: " + what);
        }
    }

    static void same(long expected, long actual, String what) {
        if (expected != actual) {
            throw new AssertionError(what + ": expected " + expected + ", got " + actual);
        }
    }

    static void same(Object expected, Object actual, String what) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError(what + ": expected " + expected + ", got " + actual);
        }
    }

    /** A call must throw, with an error class and with words in its message. */
    static void fails(int errorClass, String message, Body call) throws Exception {
        try {
            call.run();
        } catch (MPIException e) {
            same(errorClass, e.getErrorClass(), "class of \"" + e.getMessage() + "\"");
            if (!e.getMessage().contains(message)) {
                throw new AssertionError("expected words \"" + message + "\" in \"" + e.getMessage() + "\"", e);
            }
            return;
        }
        throw new AssertionError("no exception; expected one of class " + errorClass + ": " + message);
    }
}
