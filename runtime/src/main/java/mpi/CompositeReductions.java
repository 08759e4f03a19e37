package mpi;

import io.jmpi.data.ComplexProduct;
import io.jmpi.data.Element;
import io.jmpi.data.Operator;
import io.jmpi.data.PairReduction;
import io.jmpi.data.Reducer;
import io.jmpi.data.Reduction;

/** The predefined operations on the predefined types of several elements (MPI 4.1, 6.9.2 and 6.9.4). */
final class CompositeReductions {

    private CompositeReductions() {}

    /** What an operation does on items of a type, null if it is not defined there. */
    static Reduction of(Operator operator, Datatype type) {
        return switch (operator) {
            case MINLOC, MAXLOC -> {
                Element value = valueOfPairs(type);
                yield value == null ? null : new PairReduction(value, operator == Operator.MINLOC);
            }
            case SUM -> isComplex(type) ? new Sum(Reducer.of(type.element()).reduction(operator)) : null;
            case PROD -> isComplex(type) ? new ComplexProduct(type == MPI.DOUBLE_COMPLEX) : null;
            default -> null;
        };
    }

    private static boolean isComplex(Datatype type) {
        return type == MPI.DOUBLE_COMPLEX || type == MPI.FLOAT_COMPLEX;
    }

    private static Element valueOfPairs(Datatype type) {
        if (type == MPI.INT2) {
            return Element.INT;
        } else if (type == MPI.DOUBLE_INT) {
            return Element.DOUBLE;
        } else if (type == MPI.LONG_INT) {
            return Element.LONG;
        } else if (type == MPI.FLOAT_INT) {
            return Element.FLOAT;
        }
        return type == MPI.SHORT_INT ? Element.SHORT : null;
    }

    /** Complex numbers are added part by part. */
    private record Sum(Reduction ofParts) implements Reduction {

        @Override
        public void reduce(Object source, long sourceOffset, Object target, long targetOffset, long count) {
            ofParts.reduce(source, sourceOffset, target, targetOffset, 2 * count);
        }
    }
}
