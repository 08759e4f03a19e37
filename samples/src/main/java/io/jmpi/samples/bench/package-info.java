/** Measures what messages and collectives cost: {@link io.jmpi.samples.bench.Bench}. */
package io.jmpi.samples.bench;
