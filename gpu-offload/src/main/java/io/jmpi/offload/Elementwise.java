package io.jmpi.offload;

import java.util.Arrays;

/**
 * A kernel that computes one statement for each element of its arrays, made by {@link Accelerator#elementwise}. May be used
 * from any thread.
 */
public final class Elementwise implements AutoCloseable {

    private static final int GROUP = 256;

    private final Formula formula;
    private final Program program;
    private final Kernel kernel;
    private final int group;

    private Elementwise(Formula formula, Program program, int group) {
        this.formula = formula;
        this.program = program;
        this.kernel = program.kernel("elementwise");
        this.group = group;
    }

    static Elementwise of(Accelerator accelerator, String parameters, String statement) {
        Formula formula = new Formula("an elementwise kernel", parameters);
        String source = "kernel void elementwise(" + formula.declaration() + ", const long elements_) {\n"
                + "const long i = get_global_id(0);\nif (i < elements_) {\n" + statement + ";\n}\n}\n";
        int group = Math.min(GROUP, accelerator.device().largestGroup());
        return new Elementwise(formula, accelerator.program(source), group);
    }

    /**
     * Computes the statement for all elements, in the accelerator's own stream. Does not wait.
     *
     * @param arguments as declared; arrays of one length
     * @throws OffloadException naming the argument that does not fit
     */
    public synchronized void run(Object... arguments) {
        kernel.launch(give(arguments));
    }

    /**
     * Computes the statement for all elements. Does not wait.
     *
     * @param stream in which
     * @param arguments as declared; arrays of one length
     * @return done when they are; to be closed by the caller
     * @throws OffloadException naming the argument that does not fit
     */
    public synchronized Event run(Stream stream, Object... arguments) {
        return kernel.launch(stream, give(arguments));
    }

    private Range give(Object[] arguments) {
        formula.requireCount(arguments);
        long length = formula.length(arguments);
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = length;
        kernel.arguments(all);
        return Range.of(length).covering(group);
    }

    /** Gives the kernel back, once what was enqueued is done. */
    @Override
    public void close() {
        program.close();
    }

    /** Its parameters. */
    @Override
    public String toString() {
        return formula.toString();
    }
}
