package io.jmpi.offload;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What tests expect of errors. */
final class Failures {

    private Failures() {}

    /** The call fails in these words, among others. */
    static void fails(String words, Runnable call) {
        OffloadException e = assertThrows(OffloadException.class, call::run);
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }
}
