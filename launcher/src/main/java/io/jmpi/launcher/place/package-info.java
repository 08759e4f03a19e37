/**
 * Where ranks go: the hosts that a user has named, in a list or in a file, become members of a ring, and each rank gets
 * one of them.
 *
 * <pre>
 *   "a,b:4"  -- HostEntry -->  name, slots  -- Hosts -->  Member  -- Placer -->  rank 0 on a, ranks 1-4 on b, 5 on a
 *    a file  -- HostFile --^                  ^ a ring, or this host alone
 * </pre>
 *
 * <p>Nothing here talks to a daemon. Loaded only when hosts are named or there is a ring.
 */
package io.jmpi.launcher.place;
