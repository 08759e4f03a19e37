package mpi;

import io.jmpi.coll.CollectiveOperation;
import io.jmpi.coll.Communicator;
import io.jmpi.coll.HostStaging;
import io.jmpi.coll.Staging;
import io.jmpi.collectives.Schedule;
import io.jmpi.commons.MismatchException;
import io.jmpi.data.Element;
import io.jmpi.data.ForeignBuffer;
import io.jmpi.data.Reduction;

/**
 * How a collective is to be carried out, once its arguments have been checked and its schedule found.
 *
 * @param <R> what the program gets for it
 */
final class Way<R> {

    /** To its end; there is no request. */
    static final Way<Void> BLOCKING = new Way<>(Void.class);

    /** Started. */
    static final Way<Request> NON_BLOCKING = new Way<>(Request.class);

    /** Ready to be started again and again. */
    static final Way<Prequest> PERSISTENT = new Way<>(Prequest.class);

    private final Class<R> result;

    private Way(Class<R> result) {
        this.result = result;
    }

    /**
     * A collective on items that begin at the given indices.
     *
     * @param type whose elements the schedule counts; in a reduction, whose items
     * @param inputType does not matter where there is no input
     * @param outputType does not matter where there is no output
     * @param reduction null where data is only moved
     */
    R run(
            Communicator comm,
            Schedule schedule,
            Datatype type,
            Datatype inputType,
            Object input,
            long inputIndex,
            Datatype outputType,
            Object output,
            long outputIndex,
            Reduction reduction) {
        long from = input == null ? 0 : inputType.position(inputIndex);
        long to = output == null ? 0 : outputType.position(outputIndex);
        Object source = input == null || !inputType.isMapped() ? input : inputType.map(input, inputIndex);
        Object target = output == null || !outputType.isMapped() ? output : outputType.map(output, outputIndex);
        long unit = reduction == null ? type.element().size() : type.unit();
        if (source instanceof ForeignBuffer || target instanceof ForeignBuffer) {
            Staging staging = new HostStaging(schedule, unit, source, from, target, to);
            return run(comm, schedule, type.element(), unit, staging, reduction);
        }
        return run(comm, schedule, type.element(), unit, source, from, target, to, reduction);
    }

    /**
     * A collective on what lies between it and the program's buffers.
     *
     * @param unit bytes of what the schedule counts in
     */
    R run(Communicator comm, Schedule schedule, Element element, long unit, Staging staging, Reduction reduction) {
        if (this != BLOCKING) {
            return request(
                    comm,
                    prepare(comm, schedule, element, unit, null, 0, null, 0, reduction)
                            .through(staging));
        }
        try {
            staging.load();
            run(
                    comm,
                    schedule,
                    element,
                    unit,
                    staging.input(),
                    staging.inputOffset(),
                    staging.output(),
                    staging.outputOffset(),
                    reduction);
            staging.store();
        } finally {
            staging.end();
        }
        return null;
    }

    /** Offsets are bytes. */
    private R run(
            Communicator comm,
            Schedule schedule,
            Element element,
            long unit,
            Object input,
            long from,
            Object output,
            long to,
            Reduction reduction) {
        if (this != BLOCKING) {
            return request(comm, prepare(comm, schedule, element, unit, input, from, output, to, reduction));
        }
        try {
            comm.run(schedule, element, unit, input, from, output, to, reduction);
        } catch (MismatchException e) {
            throw new MPIException(MPI.ERR_TRUNCATE, e.getMessage(), e);
        }
        return null;
    }

    private CollectiveOperation prepare(
            Communicator comm,
            Schedule schedule,
            Element element,
            long unit,
            Object input,
            long from,
            Object output,
            long to,
            Reduction reduction) {
        int number = this == PERSISTENT ? comm.lastingNumber() : comm.number();
        return comm.prepare(number, schedule, element, unit, input, from, output, to, reduction);
    }

    private R request(Communicator comm, CollectiveOperation collective) {
        if (this == PERSISTENT) {
            return result.cast(Prequest.of(comm, collective));
        }
        collective.start();
        return result.cast(new Request(comm, collective, false));
    }
}
