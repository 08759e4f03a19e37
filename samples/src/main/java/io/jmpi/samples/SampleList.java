package io.jmpi.samples;

import io.jmpi.samples.bench.Bench;
import io.jmpi.samples.devices.Devices;
import io.jmpi.samples.mandelbrot.Mandelbrot;
import io.jmpi.samples.matmul.Matmul;
import io.jmpi.samples.nbody.Nbody;

/** All samples, by name. */
final class SampleList {

    /** In the order in which to try them. */
    static final String[] NAMES = {
        "hello", "messages", "ring", "pi", "objects", "devices", "saxpy", "mandelbrot", "nbody", "matmul", "bench"
    };

    private SampleList() {}

    /** A new one of this name, null if there is none. */
    static Sample find(String name) {
        return switch (name) {
            case "hello" -> new Hello();
            case "messages" -> new Messages();
            case "ring" -> new Ring();
            case "pi" -> new Pi();
            case "objects" -> new Objects();
            case "devices" -> new Devices();
            case "saxpy" -> new Saxpy();
            case "mandelbrot" -> new Mandelbrot();
            case "nbody" -> new Nbody();
            case "matmul" -> new Matmul();
            case "bench" -> new Bench();
            default -> null;
        };
    }
}
