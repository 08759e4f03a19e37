package io.jmpi.daemon.supervise;

import io.jmpi.daemon.program.Program;

/** What one rank is. */
public record RankSpec(Program program, Input input) {}
