package mpi;

/**
 * What a program wants done about errors (MPI 4.1, 9.3). Errors are thrown as {@link MPIException} whatever is set; one that
 * the program does not catch ends the job. The handler decides what {@link Comm#callErrhandler} does.
 */
public final class Errhandler {

    private final String name;

    Errhandler(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
