package io.jmpi.data;

/** A predefined operation of a reduction. All are associative and commutative but {@link #REPLACE} and {@link #NO_OP}. */
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
    /** The target takes the source's value. */
    REPLACE,
    /** The target keeps its value. */
    NO_OP
}
