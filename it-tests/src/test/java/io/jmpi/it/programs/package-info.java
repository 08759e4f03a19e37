/**
 * What the ranks of the tests' jobs run. These programs see nothing but the public API and the JDK; they check what they
 * get with {@link io.jmpi.it.programs.Check}.
 */
package io.jmpi.it.programs;
