package mpi;

import io.jmpi.coll.Communicator;

/**
 * What a communicator is called and what a program keeps with it: name, hints, attributes, error handler. Part of
 * {@link Comm}.
 */
abstract class CommProperties extends ObjectMessages {

    private String name;
    private Info info;
    private Attributes attributes;

    CommProperties(String name) {
        this.name = name;
    }

    /** Gives a duplicate what a duplicate gets: all but the name. */
    final void copyTo(CommProperties copy) {
        copy.info = info == null ? null : Info.copy(info);
        copy.attributes = attributes == null ? null : attributes.copy();
    }

    /**
     * Names the communicator, for people to read.
     *
     * @param name the name, at most {@link MPI#MAX_OBJECT_NAME} characters of which are kept
     * @throws MPIException when the communicator is null
     */
    public final void setName(String name) throws MPIException {
        communicator();
        this.name = name.length() <= MPI.MAX_OBJECT_NAME ? name : name.substring(0, MPI.MAX_OBJECT_NAME);
    }

    /**
     * The communicator's name.
     *
     * @return what {@link #setName} has set; empty if it has not been called, except for the predefined communicators
     * @throws MPIException when the communicator is null
     */
    public final String getName() throws MPIException {
        communicator();
        return name;
    }

    /**
     * Sets hints; a collective call.
     *
     * @param info the hints, of which a copy is kept
     * @throws MPIException when the communicator is null
     */
    public final void setInfo(Info info) throws MPIException {
        communicator();
        this.info = Info.copy(info);
    }

    /**
     * The hints that have been set.
     *
     * @return a copy, empty if there are none
     * @throws MPIException when the communicator is null
     */
    public final Info getInfo() throws MPIException {
        communicator();
        return Info.copy(info);
    }

    /**
     * Makes a key for attributes of communicators (MPI 4.1, 7.7). A duplicate of a communicator gets the same values.
     *
     * @return the key
     * @throws MPIException outside of Init and Finalize
     */
    public static int createKeyval() throws MPIException {
        MPI.joined();
        return Attributes.Kind.COMM.createKeyval();
    }

    /**
     * Frees a key; attributes that there are under it stay until their communicators are freed.
     *
     * @param keyval the key
     * @throws MPIException of class {@link MPI#ERR_KEYVAL} when it is none
     */
    public static void freeKeyval(int keyval) throws MPIException {
        MPI.joined();
        Attributes.Kind.COMM.freeKeyval(keyval);
    }

    /**
     * Keeps a value with the communicator.
     *
     * @param keyval its key
     * @param value the value, which replaces one that is there
     * @throws MPIException of class {@link MPI#ERR_KEYVAL} when the key is none
     */
    public final void setAttr(int keyval, Object value) throws MPIException {
        communicator();
        if (attributes == null) {
            attributes = new Attributes(Attributes.Kind.COMM);
        }
        attributes.set(keyval, value);
    }

    /**
     * A value that is kept with the communicator.
     *
     * @param keyval its key, one of {@link #createKeyval} or of the constants of {@link MPI} that are keys
     * @return the value, null if there is none
     * @throws MPIException of class {@link MPI#ERR_KEYVAL} when the key is none
     */
    public final Object getAttr(int keyval) throws MPIException {
        communicator();
        return attributes().get(keyval);
    }

    /**
     * Drops a value.
     *
     * @param keyval its key
     * @throws MPIException of class {@link MPI#ERR_KEYVAL} when the key is none, or there is no value
     */
    public final void deleteAttr(int keyval) throws MPIException {
        communicator();
        attributes().delete(keyval);
    }

    private Attributes attributes() {
        return attributes != null ? attributes : new Attributes(Attributes.Kind.COMM);
    }

    /**
     * Says what is to be done about errors, in calls on this communicator and on those made of it from now on; see
     * {@link Errhandler}.
     *
     * @param errhandler one of the constants of {@link MPI}
     * @throws MPIException when it is null
     */
    public final void setErrhandler(Errhandler errhandler) throws MPIException {
        Communicator comm = communicator();
        if (errhandler == null) {
            throw new MPIException(MPI.ERR_ARG, "the error handler is null");
        }
        comm.handleErrors(errhandler);
        if (ErrorHandling.isFatal(errhandler)) {
            startNoting();
        }
    }

    /**
     * What is to be done about errors.
     *
     * @return what {@link #setErrhandler} has set here or on what this was made of, else {@link MPI#ERRORS_ARE_FATAL}
     * @throws MPIException when the communicator is null
     */
    public final Errhandler getErrhandler() throws MPIException {
        Object handler = communicator().errorHandler();
        return handler == null ? MPI.ERRORS_ARE_FATAL : (Errhandler) handler;
    }
}
