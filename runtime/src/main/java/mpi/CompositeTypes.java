package mpi;

import io.jmpi.data.Element;
import io.jmpi.data.Layout;

/**
 * The predefined types of several elements, part of {@link MPI}. An interface, because those are initialised only when a
 * program uses one of their constants, and most programs never do.
 */
interface CompositeTypes {

    /** Pairs of ints. */
    Int2 int2 = new Int2();

    /** Pairs of a short and an int. */
    ShortInt shortInt = new ShortInt();

    /** Pairs of a long and an int. */
    LongInt longInt = new LongInt();

    /** Pairs of a float and an int. */
    FloatInt floatInt = new FloatInt();

    /** Pairs of a double and an int. */
    DoubleInt doubleInt = new DoubleInt();

    /** The type of {@link #int2}. */
    Datatype INT2 = int2.predefined("MPI.INT2");

    /** The type of {@link #shortInt}. */
    Datatype SHORT_INT = shortInt.predefined("MPI.SHORT_INT");

    /** The type of {@link #longInt}. */
    Datatype LONG_INT = longInt.predefined("MPI.LONG_INT");

    /** The type of {@link #floatInt}. */
    Datatype FLOAT_INT = floatInt.predefined("MPI.FLOAT_INT");

    /** The type of {@link #doubleInt}. */
    Datatype DOUBLE_INT = doubleInt.predefined("MPI.DOUBLE_INT");

    /** Complex numbers of two floats each; see {@link FloatComplex}. */
    Datatype FLOAT_COMPLEX = new Datatype(
            Layout.vector(2, 1, Float.BYTES, Layout.of(Element.FLOAT)), Element.FLOAT, "MPI.FLOAT_COMPLEX");

    /** Complex numbers of two doubles each; see {@link DoubleComplex}. */
    Datatype DOUBLE_COMPLEX = new Datatype(
            Layout.vector(2, 1, Double.BYTES, Layout.of(Element.DOUBLE)), Element.DOUBLE, "MPI.DOUBLE_COMPLEX");
}
