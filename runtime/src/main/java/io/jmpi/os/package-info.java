/**
 * What a rank needs of the operating system and the machine: ordered access to shared words, mapped files, the doorbell on
 * which an idle process sleeps. All of that is plain Java, and a rank of a one-node job starts without a native library. One
 * that finds the way to the next processor slow has JNA loaded later, for {@link io.jmpi.os.NativeCopy}.
 */
package io.jmpi.os;
