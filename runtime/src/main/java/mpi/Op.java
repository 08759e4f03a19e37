package mpi;

import io.jmpi.data.Operator;
import io.jmpi.data.Reducer;

/**
 * How the elements of several ranks become one in a reduction (MPI 4.1, 6.9). The predefined ones are constants of
 * {@link MPI}.
 *
 * <p>Immutable; may be used from any thread.
 */
public final class Op {

    private final Operator operator;
    private final String name;

    Op(Operator operator, String name) {
        this.operator = operator;
        this.name = name;
    }

    Operator operator() {
        return operator;
    }

    boolean supports(Datatype type) {
        return Reducer.of(type.element()).supports(operator);
    }

    /**
     * Whether operands may change places.
     *
     * @return true for every predefined operation
     */
    public boolean isCommutative() {
        return true;
    }

    @Override
    public String toString() {
        return name;
    }
}
