package io.jmpi.data;

/** What a reduction of one pair of elements ought to give, computed on bits the slow and plain way. */
final class ReductionModel {

    private ReductionModel() {}

    static boolean isDefined(Element element, Operator op) {
        switch (op) {
            case REPLACE:
            case NO_OP:
                return true;
            case MAX:
            case MIN:
            case SUM:
            case PROD:
                return element != Element.BOOLEAN;
            case MINLOC:
            case MAXLOC:
                return false; // on pairs only
            default:
                return element != Element.FLOAT && element != Element.DOUBLE;
        }
    }

    static boolean isNaN(Element element, long bits) {
        switch (element) {
            case FLOAT:
                return Float.isNaN(Float.intBitsToFloat((int) bits));
            case DOUBLE:
                return Double.isNaN(Double.longBitsToDouble(bits));
            default:
                return false;
        }
    }

    static long combine(Element element, Operator op, long source, long target) {
        if (op == Operator.REPLACE || op == Operator.NO_OP) {
            return op == Operator.REPLACE ? source : target;
        }
        switch (element) {
            case FLOAT:
                float real = (float) real(op, Float.intBitsToFloat((int) source), Float.intBitsToFloat((int) target));
                return Float.floatToRawIntBits(real) & 0xffff_ffffL;
            case DOUBLE:
                return Double.doubleToRawLongBits(
                        real(op, Double.longBitsToDouble(source), Double.longBitsToDouble(target)));
            case BYTE:
            case BOOLEAN:
                return integer(op, source, target) & 0xff;
            case CHAR:
                return integer(op, source, target) & 0xffff;
            case SHORT:
                return integer(op, (short) source, (short) target) & 0xffff;
            case INT:
                return integer(op, (int) source, (int) target) & 0xffff_ffffL;
            case LONG:
                return integer(op, source, target);
            default:
                throw new AssertionError(element);
        }
    }

    /** On floats as well: one operation in double, rounded once more, is the float operation. */
    private static double real(Operator op, double source, double target) {
        switch (op) {
            case MAX:
                return Double.isNaN(source) || Double.compare(source, target) > 0 ? source : target;
            case MIN:
                return Double.isNaN(source) || Double.compare(source, target) < 0 && !Double.isNaN(target)
                        ? source
                        : target;
            case SUM:
                return source + target;
            case PROD:
                return source * target;
            default:
                throw new AssertionError(op);
        }
    }

    private static long integer(Operator op, long source, long target) {
        switch (op) {
            case MAX:
                return source > target ? source : target;
            case MIN:
                return source < target ? source : target;
            case SUM:
                return source + target;
            case PROD:
                return source * target;
            case LAND:
                return source != 0 && target != 0 ? 1 : 0;
            case LOR:
                return source != 0 || target != 0 ? 1 : 0;
            case LXOR:
                return source != 0 ^ target != 0 ? 1 : 0;
            case BAND:
                return source & target;
            case BOR:
                return source | target;
            case BXOR:
                return source ^ target;
            default:
                throw new AssertionError(op);
        }
    }
}
