/**
 * Small programs to run and to copy from, each a subcommand of one jar: {@code jmpiexec -n 4 java -jar jmpi-samples.jar
 * ring}. One class a program, but for those that have a package of their own.
 */
package io.jmpi.samples;
