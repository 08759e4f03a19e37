package io.jmpi.job;

import java.util.List;

/**
 * The host that a node of a job is.
 *
 * @param name as people know it
 * @param addresses at which ranks of other nodes may reach its ranks, best first: numbers or names, without ports
 */
public record NodeHost(String name, List<String> addresses) {}
