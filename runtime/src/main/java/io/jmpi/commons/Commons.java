package io.jmpi.commons;

import io.jmpi.collectives.Collective;
import io.jmpi.data.Element;
import io.jmpi.data.Reduction;

/** What carries out blocking collectives with the help of memory that ranks share. Used by one thread at a time. */
public interface Commons {

    /** Up to how many bytes, of those that {@link Collective} says count, a collective is done so; -1 if it never is. */
    long most(Collective collective);

    void barrier();

    /** Whether its broadcasts fill and empty foreign memory piece by piece; else that has to be copied whole. */
    boolean takesForeign();

    /**
     * Says of which elements the data of the next collective is.
     *
     * @return this
     */
    Commons of(Element element);

    /**
     * Says what the next collective works on, and it alone.
     *
     * @param input null for one in place: the data is where it would go
     * @param inputOffset in bytes
     * @param output null at a rank that gets nothing
     * @param outputOffset in bytes
     * @return this
     */
    Commons between(Object input, long inputOffset, Object output, long outputOffset);

    /**
     * Says how the next collective combines data, if it does.
     *
     * @param unit bytes of what the reduction counts, a power of two
     * @return this
     */
    Commons reducing(int unit, Reduction reduction);

    /**
     * Carries it out. Data is combined in the order of the ranks on each node.
     *
     * @param length bytes of a rank's data, or of a block where a rank has one of each rank or for each
     * @param root does not matter where there is none
     * @throws MismatchException when the length of another rank is another one; who learns of it, depends on the collective
     */
    void run(Collective collective, long length, int root);
}
