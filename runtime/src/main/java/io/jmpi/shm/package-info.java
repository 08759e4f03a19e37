/**
 * Records between processes that share memory: one ring for every ordered pair of ranks, written by the sender and read
 * by the receiver, without locks and without a word that both write.
 */
package io.jmpi.shm;
