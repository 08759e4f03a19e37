package mpi;

import io.jmpi.coll.Communicator;
import io.jmpi.coll.Staging;
import io.jmpi.collectives.Schedule;
import io.jmpi.commons.MismatchException;
import io.jmpi.data.Element;
import io.jmpi.data.Reduction;

/** How a collective is to be carried out, once its arguments have been checked and its schedule found. */
enum Way {
    /** To its end; there is no request. */
    BLOCKING,
    /** Started. */
    NON_BLOCKING;

    /**
     * A collective on items that begin at the given indices.
     *
     * @param type whose elements the schedule counts; in a reduction, whose items
     * @param inputType does not matter where there is no input
     * @param outputType does not matter where there is no output
     * @param reduction null where data is only moved
     */
    Request run(
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
        return run(comm, schedule, type.element(), unit, source, from, target, to, reduction);
    }

    /** A collective that works on memory of its own, of basic elements, from the beginning on. */
    Request run(Communicator comm, Schedule schedule, Element element, Object input, Object output, Staging staging) {
        if (this == BLOCKING) {
            staging.load();
            run(comm, schedule, element, element.size(), input, 0, output, 0, null);
            staging.store();
            return null;
        }
        return Request.started(
                comm,
                comm.prepare(schedule, element, element.size(), input, 0, output, 0, null)
                        .through(staging));
    }

    /** Offsets are bytes. */
    private Request run(
            Communicator comm,
            Schedule schedule,
            Element element,
            long unit,
            Object input,
            long from,
            Object output,
            long to,
            Reduction reduction) {
        if (this == NON_BLOCKING) {
            return Request.started(comm, comm.prepare(schedule, element, unit, input, from, output, to, reduction));
        }
        try {
            comm.run(schedule, element, unit, input, from, output, to, reduction);
        } catch (MismatchException e) {
            throw new MPIException(MPI.ERR_TRUNCATE, e.getMessage(), e);
        }
        return null;
    }
}
