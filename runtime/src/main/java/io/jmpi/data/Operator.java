package io.jmpi.data;

/**
 * A predefined operation of a reduction. All but {@link #REPLACE} and {@link #NO_OP} are commutative, and associative up to
 * rounding.
 */
public enum Operator {
    MAX,
    MIN,
    SUM,
    PROD,
    LAND,
    BAND,
    LOR,
    BOR,
    LXOR,
    BXOR,
    /** Of pairs of a value and an index, the one with the least value; among equal ones the least index. */
    MINLOC,
    /** Of pairs of a value and an index, the one with the greatest value; among equal ones the least index. */
    MAXLOC,
    /** The target takes the source's value. */
    REPLACE,
    /** The target keeps its value. */
    NO_OP
}
