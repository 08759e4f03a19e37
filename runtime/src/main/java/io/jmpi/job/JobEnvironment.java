package io.jmpi.job;

import java.util.Map;

/**
 * The variables through which a rank learns who it is.
 *
 * <pre>
 *   JMPI_RANK        rank in COMM_WORLD, 0 .. size-1
 *   JMPI_SIZE        number of ranks of the job
 *   JMPI_LOCAL_RANK  rank among those of this node
 *   JMPI_LOCAL_SIZE  number of ranks on this node
 *   JMPI_NODE        number of this node in the job
 *   JMPI_JOB         the job's name, unique among those that run
 *   JMPI_SEGMENT     path of the job segment
 * </pre>
 */
public record JobEnvironment(int rank, int size, int localRank, int localSize, int node, String job, String segment) {

    public static final String RANK = "JMPI_RANK";
    public static final String SIZE = "JMPI_SIZE";
    public static final String LOCAL_RANK = "JMPI_LOCAL_RANK";
    public static final String LOCAL_SIZE = "JMPI_LOCAL_SIZE";
    public static final String NODE = "JMPI_NODE";
    public static final String JOB = "JMPI_JOB";
    public static final String SEGMENT = "JMPI_SEGMENT";

    /**
     * Reads the variables of this process.
     *
     * @return null when the process was not started by a launcher of JMPI
     * @throws IllegalArgumentException naming the variable that is missing or has no sensible value
     */
    public static JobEnvironment ofThisProcess() {
        return of(System.getenv());
    }

    static JobEnvironment of(Map<String, String> env) {
        String segment = env.get(SEGMENT);
        if (segment == null) {
            return null;
        }
        int size = number(env, SIZE, 1, Integer.MAX_VALUE);
        int localSize = number(env, LOCAL_SIZE, 1, size);
        return new JobEnvironment(
                number(env, RANK, 0, size - 1),
                size,
                number(env, LOCAL_RANK, 0, localSize - 1),
                localSize,
                number(env, NODE, 0, size - 1),
                text(env, JOB),
                segment);
    }

    /** Sets the variables in the environment of a process to be started. */
    public void into(Map<String, String> env) {
        env.put(RANK, Integer.toString(rank));
        env.put(SIZE, Integer.toString(size));
        env.put(LOCAL_RANK, Integer.toString(localRank));
        env.put(LOCAL_SIZE, Integer.toString(localSize));
        env.put(NODE, Integer.toString(node));
        env.put(JOB, job);
        env.put(SEGMENT, segment);
    }

    private static String text(Map<String, String> env, String name) {
        String value = env.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    name + " is not set although " + SEGMENT + " is; start the program with jmpiexec");
        }
        return value;
    }

    private static int number(Map<String, String> env, String name, int least, int most) {
        String value = text(env, name);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        throw new IllegalArgumentException(name + "=" + value + " is not a number in " + least + ".." + most
                + "; start the program with jmpiexec");
    }
}
