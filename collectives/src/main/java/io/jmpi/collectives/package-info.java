/**
 * Collective algorithms as data: pure functions from {@code (rank, size, root, parameters)} to a
 * {@link io.jmpi.collectives.Schedule}, which the runtime executes, at once or from its progress loop.
 *
 * <p>One algorithm is one class with a picture, its cost and its restrictions. {@link io.jmpi.collectives.Collectives}
 * chooses among them by the table in {@link io.jmpi.collectives.Tuning}. Nothing here does I/O, keeps state or
 * depends on anything else.
 *
 * <p>{@link io.jmpi.collectives.Simulate} predicts what they take on any number of ranks: it runs the same schedules
 * against the clock of the LogGP model.
 *
 * <p>Costs are written with alpha, the latency of a message; beta, the time per element sent; gamma, the time per
 * element reduced; n, the number of ranks; and m, the number of elements in the whole vector unless said otherwise.
 * lg is the logarithm to base 2, rounded up.
 */
package io.jmpi.collectives;
