package io.jmpi.it.hosts;

import java.nio.file.Path;
import java.util.List;

/** Some hosts that reach each other by name, and let root of each enter all of them by ssh. */
public abstract class Cluster implements AutoCloseable {

    /** Where each host has the samples. */
    public static final String SAMPLES = Path.of(System.getProperty("jmpi.samples"))
            .toAbsolutePath()
            .normalize()
            .toString();

    /** All of them; their names are {@code h1}, {@code h2} and so on. */
    public abstract List<? extends Host> hosts();

    /** One of them, counted from 1 as in its name. */
    public final Host host(int number) {
        return hosts().get(number - 1);
    }

    /** Ends all hosts; nothing is left of them. */
    @Override
    public abstract void close();
}
