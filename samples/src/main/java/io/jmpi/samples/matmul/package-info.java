/**
 * The product of two matrices, checked, in one way or beside all others: {@link io.jmpi.samples.matmul.Matmul}.
 *
 * <p>A {@link io.jmpi.samples.matmul.Way} is a row of the table. It makes a {@link io.jmpi.samples.matmul.Product} of the
 * {@link io.jmpi.samples.matmul.Matrices} that a rank has, which then is rehearsed, timed and tested by
 * {@link io.jmpi.samples.matmul.Freivalds} as any other: here ranks that multiply with a
 * {@link io.jmpi.samples.matmul.Multiplier}, or on their devices. What is new needs a product of its own and a constant
 * of {@code Way}.
 */
package io.jmpi.samples.matmul;
