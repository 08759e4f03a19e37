/**
 * Clusters for tests: several hosts on one machine, each with processes, files, a name, addresses and an sshd of its own.
 *
 * <p>A {@link io.jmpi.it.hosts.Host} is used like a machine: commands run on it, its power fails, it stalls, its cable is
 * pulled. There are two kinds, and what is true of one is tested on both:
 *
 * <pre>
 *                NamespaceCluster                         ContainerCluster
 *   made of      unshare, ip netns, veth pairs, bridges   containers of the project's image
 *   needs        root                                     Docker
 *   sees         the machine's files, but for /tmp,       the image's files, the tests' classes and
 *                /dev/shm, /run and the home              the samples
 *   cut off      the cable's other end goes down          the container leaves the network, address and all
 * </pre>
 *
 * <p>Neither outlives the JVM that made it. The namespaces end with a pipe that only that JVM holds open. Containers carry
 * its process id as a label, and the next cluster removes those whose maker is gone.
 */
package io.jmpi.it.hosts;
