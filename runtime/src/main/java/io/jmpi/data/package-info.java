/**
 * The user's memory, and how its bytes get into messages and out of them.
 *
 * <p>A buffer that a program hands to MPI is an array or a {@code java.nio} buffer; its
 * {@link io.jmpi.data.UserMemory} knows how to move a range of it to and from the {@link io.jmpi.data.Wire}, the memory
 * that messages are in. Everything is counted in bytes, and bytes lie in messages as they lie in a Java array: in the
 * machine's order, whatever the order of the buffer. Into memory that ranks share, long pieces go by {@link io.jmpi.data.Haul}.
 *
 * <p>What lies elsewhere, on a device perhaps, says itself how it gets here: {@link io.jmpi.data.ForeignBuffer}.
 *
 * <p>The other thing done to user memory is arithmetic: a {@link io.jmpi.data.Reducer} combines two ranges of one
 * {@link io.jmpi.data.Element}, at the speed of the processor's vectors when both are arrays.
 */
package io.jmpi.data;
