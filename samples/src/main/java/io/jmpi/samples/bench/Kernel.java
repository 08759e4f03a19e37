package io.jmpi.samples.bench;

/** What is measured. */
@FunctionalInterface
interface Kernel {

    /** Does it so many times; every rank calls this with the same number. */
    void run(int iterations);
}
