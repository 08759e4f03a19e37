package io.jmpi.it;

import java.util.Map;

/** How the ranks of one node reach each other. */
enum Transport {
    SHM(1, 2, 3, 4, 5, 7, 8),
    TCP(2, 3, 5),
    TLS(3);

    private final int[] sizes;

    Transport(int... sizes) {
        this.sizes = sizes;
    }

    /** The numbers of ranks to try. */
    int[] sizes() {
        return sizes;
    }

    /** Some of them, for what has been tried with all in another way. */
    int[] fewSizes() {
        return switch (this) {
            case SHM -> new int[] {2, 5};
            case TCP -> new int[] {3};
            case TLS -> new int[] {};
        };
    }

    /** The variables that choose it. */
    Map<String, String> environment() {
        return switch (this) {
            case SHM -> Map.of();
            case TCP -> Map.of("JMPI_TRANSPORT", "tcp");
            case TLS -> Map.of("JMPI_TRANSPORT", "tcp", "JMPI_TLS", "1");
        };
    }
}
