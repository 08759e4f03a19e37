package io.jmpi.daemon.program;

/**
 * What the ranks of a host find there.
 *
 * @param crowded whether they outnumber its processors
 */
public record Surroundings(boolean crowded) {}
