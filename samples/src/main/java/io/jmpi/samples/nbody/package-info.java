/** Bodies that attract each other, split over ranks: {@link io.jmpi.samples.nbody.Nbody}. */
package io.jmpi.samples.nbody;
