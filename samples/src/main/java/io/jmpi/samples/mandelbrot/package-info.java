/** A picture of the Mandelbrot set, its rows dealt to ranks: {@link io.jmpi.samples.mandelbrot.Mandelbrot}. */
package io.jmpi.samples.mandelbrot;
