/**
 * MPI for Java programs: the API of Open MPI's Java bindings, and what Java programs expect beyond it.
 *
 * <p>A program calls {@link mpi.MPI#Init}, communicates through {@link mpi.MPI#COMM_WORLD} and the communicators made from
 * it, and ends with {@link mpi.MPI#Finalize}. Started with {@code jmpiexec -n 4 java ...} it is one of four ranks; started
 * by itself it is a world of one.
 *
 * <p><b>Buffers.</b> Data lies in arrays of primitives or in {@code java.nio} buffers, heap or direct; every call takes
 * both. In calls with a count and a {@link mpi.Datatype}, data begins at index 0, whatever a buffer's position; to begin
 * elsewhere use {@link mpi.MPI#slice(double[], int)} and its siblings, or the calls that take an offset and a count. In
 * calls with neither, the whole of an array is meant, or what lies between a buffer's position and its limit, neither of
 * which is moved.
 *
 * <p><b>Errors</b> are thrown as {@link mpi.MPIException}, unchecked. One that leaves {@code main} ends the whole job; on a
 * communicator whose {@link mpi.Errhandler} says so, each error does.
 *
 * <p><b>Threads.</b> After {@link mpi.MPI#Init} one thread at a time may make MPI calls; after
 * {@link mpi.MPI#InitThread} with {@link mpi.MPI#THREAD_MULTIPLE} any may, at any time.
 */
package mpi;
