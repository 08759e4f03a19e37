/**
 * The project as a user sees it: the commands of the distribution, and programs that know the public API only.
 *
 * <p>{@link io.jmpi.it.JobRun} starts jobs, {@link io.jmpi.it.NothingLeft} checks after every test that nothing of them
 * is left. The programs that ranks run are in {@link io.jmpi.it.programs}; what they check, they check themselves: a rank
 * that throws ends its job with status 1.
 */
package io.jmpi.it;
