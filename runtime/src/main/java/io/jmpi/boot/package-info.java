/**
 * From a process to a rank: finds out who it is, maps the job segment, makes the engine. What runs here runs before
 * {@code Init} returns, in every rank, so it loads few classes.
 */
package io.jmpi.boot;
