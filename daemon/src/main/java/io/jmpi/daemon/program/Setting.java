package io.jmpi.daemon.program;

/**
 * What the ranks of a host find there.
 *
 * @param crowded whether they outnumber its processors
 * @param networked whether other ranks of their job are elsewhere
 */
public record Setting(boolean crowded, boolean networked) {}
