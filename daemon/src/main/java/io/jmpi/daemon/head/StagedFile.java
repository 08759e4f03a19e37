package io.jmpi.daemon.head;

import java.io.File;

/**
 * A file that is copied to the hosts of a job.
 *
 * @param name by which ranks find it in the directory they start in; may have directories in it
 * @param file on the launcher's host
 */
public record StagedFile(String name, File file) {}
