package mpi;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;

/**
 * The codec that is used unless another one is set: Java serialisation, records included, with a filter on what may be
 * read. Immutable.
 */
public final class JavaSerialization implements ObjectCodec {

    private final ObjectInputFilter filter;

    /** Reads whatever the JVM's own filter ({@code jdk.serialFilter}) lets through. */
    public JavaSerialization() {
        this(null);
    }

    /**
     * Reads what a filter lets through.
     *
     * @param filter asked for every class, array and reference; null for the JVM's own
     */
    public JavaSerialization(ObjectInputFilter filter) {
        this.filter = filter;
    }

    @Override
    public void write(Object object, OutputStream out) throws IOException {
        ObjectOutputStream stream = new ObjectOutputStream(out);
        stream.writeObject(object);
        stream.flush();
    }

    @Override
    public Object read(InputStream in) throws IOException, ClassNotFoundException {
        ObjectInputStream stream = new ContextStream(in);
        if (filter != null) {
            stream.setObjectInputFilter(filter);
        }
        return stream.readObject();
    }

    /** Finds classes where the calling thread finds them, which is where the program is. */
    private static final class ContextStream extends ObjectInputStream {

        ContextStream(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }
}
