package io.jmpi.tcp;

import java.io.IOException;

/** The other end of a new connection is not who it should be. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
