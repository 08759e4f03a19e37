package mpi;

import io.jmpi.coll.Communicator;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;

/**
 * What becomes of an error where it arises, which is where its {@link MPIException} is made (MPI 4.1, 9.3): the exception goes
 * its way, or the job ends if the program has said so of the communicator that the call is on.
 *
 * <p>Which that is, each thread notes once any program has said so; before, all a call pays for this is a look at a flag.
 * An error in a call that is on no communicator belongs to {@link MPI#COMM_SELF}.
 */
final class ErrorHandling {

    private static final ThreadLocal<Communicator> LATEST = new ThreadLocal<>();

    private ErrorHandling() {}

    /** Notes what this thread's present call is on, null if on nothing that exists. */
    static void callOn(Communicator comm) {
        LATEST.set(comm);
    }

    /** Ends the job if that is to be done about an error in the present call. */
    static void decide(MPIException error) {
        Communicator comm = isCallOnCommunicator() ? LATEST.get() : null;
        if (comm != null) {
            decide(error, comm);
        } else if (!MPI.COMM_SELF.isNull()) {
            decide(error, MPI.COMM_SELF.communicator());
        }
    }

    /** Ends the job if that is to be done about an error on a communicator. */
    static void decide(MPIException error, Communicator comm) {
        Object handler = comm.errorHandler();
        if (isFatal(handler)) {
            System.err.println("jmpi: an error on a communicator whose error handler is " + handler + "; the job ends");
            error.printStackTrace();
            MPI.joined().abort(error.getErrorCode());
        }
    }

    static boolean isFatal(Object handler) {
        return handler != null && handler != MPI.ERRORS_RETURN;
    }

    /** Whether the method that the program has called is one of a communicator. */
    private static boolean isCallOnCommunicator() {
        Border border = new Border();
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).forEach(border);
        Class<?> of = border.called.getDeclaringClass();
        return of == Message.class
                || (of.isAssignableFrom(Comm.class) || Comm.class.isAssignableFrom(of)) && !isStatic(border.called);
    }

    private static boolean isStatic(StackWalker.StackFrame frame) {
        try {
            return Modifier.isStatic(frame.getDeclaringClass()
                    .getDeclaredMethod(
                            frame.getMethodName(), frame.getMethodType().parameterArray())
                    .getModifiers());
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** Finds, from the inside, the last method of the API before one of the program. */
    private static final class Border implements Consumer<StackWalker.StackFrame> {

        private StackWalker.StackFrame called;
        private boolean passed;

        @Override
        public void accept(StackWalker.StackFrame frame) {
            passed |= frame.getDeclaringClass().getPackage() != ErrorHandling.class.getPackage();
            if (!passed) {
                called = frame;
            }
        }
    }
}
