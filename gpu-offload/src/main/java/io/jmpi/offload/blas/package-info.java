/**
 * Products of matrices on a device.
 *
 * <p>{@link io.jmpi.offload.blas.Gemm} copies both factors into panels, in the order in which they will be read and filled up
 * with zeros, and multiplies these by a kernel whose shape is a {@link io.jmpi.offload.blas.Tile}. So one kernel does for
 * transposed factors and for any size.
 *
 * <pre>
 *            k                          n                     panel p of A:  a[p][k][row],    rows    of a tile
 *      +-----------+            +---+---+---+---+             panel q of B:  b[q][k][column], columns of a tile
 *    m +-----------+  p       k |   |   | q |   |
 *      +-----------+            +---+---+---+---+             tile (p, q) of C is the sum over k of a column of panel p
 *                                                             times a row of panel q
 * </pre>
 *
 * <p>Devices differ in what is fast. A processor wants a {@link io.jmpi.offload.blas.RegisterTile}: one work-item that keeps
 * its tile in registers while the panels come through the caches. A graphics processor wants a
 * {@link io.jmpi.offload.blas.LocalTile}: a group of work-items that fetches parts of the panels into local memory for all of
 * them. {@link io.jmpi.offload.blas.TileSearch} tries some of each, and {@link io.jmpi.offload.blas.TileCache} keeps what was
 * found.
 */
package io.jmpi.offload.blas;
