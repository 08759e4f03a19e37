/** The product of two matrices on all ranks, checked: {@link io.jmpi.samples.matmul.Matmul}. */
package io.jmpi.samples.matmul;
