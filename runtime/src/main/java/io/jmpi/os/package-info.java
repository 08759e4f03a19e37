/**
 * What a rank needs of the operating system and the machine: ordered access to shared words, mapped files, and the
 * doorbell on which an idle process sleeps. Everything here is plain Java; a rank of a one-node job loads no native
 * library.
 */
package io.jmpi.os;
