package mpi;

import io.jmpi.data.Element;
import io.jmpi.data.Operator;
import io.jmpi.data.Reducer;
import io.jmpi.data.Reduction;

/**
 * How the elements of several ranks become one in a reduction (MPI 4.1, 6.9). The predefined ones are constants of
 * {@link MPI}; a program makes its own from a {@link UserFunction}.
 *
 * <p>May be used from any thread.
 */
public final class Op implements Freeable {

    private final Operator operator;
    private final String name;
    private final boolean commutative;
    private final Reduction[] byElement;
    private UserFunction function;

    Op(Operator operator, String name) {
        this.operator = operator;
        this.name = name;
        this.commutative = true;
        this.byElement = new Reduction[Element.values().length];
    }

    /**
     * An operation of the program's own, on any datatype.
     *
     * @param function what it does
     * @param commute whether operands may change places; if not they meet in the order of ranks
     */
    public Op(UserFunction function, boolean commute) {
        if (function == null) {
            throw new MPIException(MPI.ERR_OP, "the function is null");
        }
        this.operator = null;
        this.name = function.getClass().getName();
        this.commutative = commute;
        this.byElement = null;
        this.function = function;
    }

    boolean supports(Datatype type) {
        if (operator == null) {
            return type.isElementary() || UserReduction.supports(type);
        }
        return type.isElementary()
                ? Reducer.of(type.element()).supports(operator)
                : CompositeReductions.of(operator, type) != null;
    }

    /** The operation on items of a type that it supports. */
    Reduction reduction(Datatype type) {
        if (operator == null) {
            return new UserReduction(function, type);
        }
        if (!type.isElementary()) {
            return CompositeReductions.of(operator, type);
        }
        int index = type.element().ordinal();
        Reduction found = byElement[index];
        if (found == null) {
            found = Reducer.of(type.element()).reduction(operator);
            byElement[index] = found;
        }
        return found;
    }

    /** Whether it is one of the standard's, rather than a program's. */
    boolean isPredefined() {
        return operator != null;
    }

    /**
     * Whether operands may change places.
     *
     * @return true for every predefined operation
     */
    public boolean isCommutative() {
        return commutative;
    }

    /**
     * Frees an operation of the program's own. Collectives under way go on to their end.
     *
     * @throws MPIException when the operation is predefined or null
     */
    @Override
    public void free() throws MPIException {
        if (operator != null) {
            throw new MPIException(MPI.ERR_OP, name + " is predefined and cannot be freed");
        }
        if (function == null) {
            throw new MPIException(MPI.ERR_OP, "the operation is null; it has been freed");
        }
        function = null;
    }

    /**
     * Whether the operation has been freed.
     *
     * @return true if so
     */
    public boolean isNull() {
        return operator == null && function == null;
    }

    @Override
    public String toString() {
        return name;
    }
}
