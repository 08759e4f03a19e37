package io.jmpi.collectives;

/** Who stands where in an algorithm that counts places instead of ranks. */
interface Places {

    int rank(int place);
}
