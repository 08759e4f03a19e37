package mpi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * How {@code sendObject} and its siblings turn objects into bytes and back. Every rank of a job must use the same.
 *
 * <p>Implementations may be called from any thread that makes MPI calls.
 *
 * @see MPI#setObjectCodec
 */
public interface ObjectCodec {

    /**
     * Writes an object.
     *
     * @param object the object, or null
     * @param out where to write to; need not be closed
     * @throws IOException when the object cannot be written
     */
    void write(Object object, OutputStream out) throws IOException;

    /**
     * Reads what {@link #write} has written.
     *
     * @param in where to read from; need not be closed
     * @return the object, or null
     * @throws IOException when the bytes are not such an object
     * @throws ClassNotFoundException when a class that the object needs is not here
     */
    Object read(InputStream in) throws IOException, ClassNotFoundException;
}
