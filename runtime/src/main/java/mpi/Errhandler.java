package mpi;

/**
 * What a program wants done about errors in calls on a communicator (MPI 4.1, 9.3).
 *
 * <table>
 * <caption>What an error does</caption>
 * <tr><th>Set on the communicator</th><th>The error</th></tr>
 * <tr><td>nothing</td><td>is thrown as {@link MPIException}; one that the program does not catch ends the job</td></tr>
 * <tr><td>{@link MPI#ERRORS_RETURN}</td><td>is thrown</td></tr>
 * <tr><td>{@link MPI#ERRORS_ARE_FATAL}, {@link MPI#ERRORS_ABORT}</td><td>ends the job at once, with its stack trace, and with
 * its code as the exit status</td></tr>
 * </table>
 *
 * <p>A communicator made of others, by whatever call, begins with the handler of the one that the call was on; an
 * inter-communicator with that of the group's own. Errors in calls on no communicator are handled like those on
 * {@link MPI#COMM_SELF}.
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
