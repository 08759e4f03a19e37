package io.jmpi.daemon.program;

/** Is told what is done to start a program, which the user may want to know. */
public interface Details {
    void detail(String text);
}
