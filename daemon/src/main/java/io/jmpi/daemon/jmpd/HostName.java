package io.jmpi.daemon.jmpd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This host, as its own kernel names it: no resolver is asked. */
final class HostName {

    private HostName() {}

    static String read() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            String name = System.getenv("HOSTNAME");
            return name == null ? "localhost" : name;
        }
    }
}
