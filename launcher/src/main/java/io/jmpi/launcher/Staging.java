package io.jmpi.launcher;

import io.jmpi.daemon.head.StagedFile;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The files that the user wants to be copied to the hosts. A relative path keeps its form, so that the command which names
 * it means the same there; others go by their last name. What is in a directory comes with it.
 */
final class Staging {

    private Staging() {}

    /** @throws UsageException when there is no such file */
    static List<StagedFile> of(List<String> paths) {
        List<StagedFile> files = new ArrayList<>();
        for (String path : paths) {
            File file = new File(path);
            if (!file.exists()) {
                throw new UsageException("--stage " + path + ": no such file");
            }
            add(files, name(path), file);
        }
        return files;
    }

    /** Without steps that lead nowhere. */
    private static String name(String path) {
        String plain = new File(path).toPath().normalize().toString();
        boolean keeps = !plain.isEmpty() && !plain.startsWith("/") && !plain.startsWith("..");
        return keeps
                ? plain
                : new File(path).getAbsoluteFile().toPath().normalize().getFileName() + "";
    }

    private static void add(List<StagedFile> files, String name, File file) {
        File[] inside = file.listFiles();
        if (inside == null) {
            files.add(new StagedFile(name, file));
            return;
        }
        Arrays.sort(inside);
        for (File each : inside) {
            add(files, name + "/" + each.getName(), each);
        }
    }
}
