package io.jmpi.daemon;

import java.io.File;
import java.util.List;
import java.util.Map;

/**
 * What one rank runs.
 *
 * @param command the program, as a path or a name that is found, and its arguments
 * @param directory where it starts
 * @param environment variables set besides those it inherits; one with the value null is removed
 */
public record RankSpec(List<String> command, File directory, Map<String, String> environment) {}
