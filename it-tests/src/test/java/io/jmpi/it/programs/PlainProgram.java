package io.jmpi.it.programs;

/** A program without MPI, to compare with. */
public final class PlainProgram {

    private PlainProgram() {}

    /**
     * @param args not used
     */
    public static void main(String[] args) {
        System.out.println("hello from " + args.length + " of " + 1);
    }
}
