package mpi;

import java.nio.ByteBuffer;

/**
 * A program's own operation for reductions (MPI 4.1, 6.9.5): sets {@code inOutVec[i] = inVec[i] OP inOutVec[i]}.
 *
 * <p>A subclass overrides one of the two methods. The runtime calls the one with byte buffers, for booleans the other;
 * unless overridden, the former passes on arrays of what the datatype's elements are made of. A function must be
 * associative, must not make MPI calls, and is called with parts of the ranks' vectors, as many as suits the runtime.
 */
public abstract class UserFunction {

    /** For subclasses. */
    protected UserFunction() {}

    /**
     * Combines two vectors in arrays, from index 0 on.
     *
     * @param inVec the left operands, such as a {@code double[]}
     * @param inOutVec the right operands, and where the results go
     * @param count how many elements of the datatype there are
     * @param datatype what they are
     * @throws MPIException when it is not overridden, or the function fails
     */
    public void call(Object inVec, Object inOutVec, int count, Datatype datatype) throws MPIException {
        throw new MPIException(
                MPI.ERR_OP, getClass().getName() + " must override one of the two methods of mpi.UserFunction");
    }

    /**
     * Combines two vectors in memory of the machine's byte order, from position 0 on.
     *
     * @param in the left operands
     * @param inOut the right operands, and where the results go
     * @param count how many elements of the datatype there are
     * @param datatype what they are
     * @throws MPIException when the function fails
     */
    public void call(ByteBuffer in, ByteBuffer inOut, int count, Datatype datatype) throws MPIException {
        UserReduction.callOnArrays(this, in, inOut, count, datatype);
    }
}
