package io.jmpi.daemon.program;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The processors that this process may use, and what they share. Where the system does not tell, they share nothing. */
final class Processors {

    private static final String ALLOWED = "Cpus_allowed_list:";

    private final File root;

    /** @param root above the directories {@code proc} and {@code sys} */
    Processors(File root) {
        this.root = root;
    }

    /** The lists of processors that share something, such as "0,2", in the order of their first ones. */
    List<String> groups(Binding binding) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (int processor : allowed()) {
            String shared = shared(processor, binding);
            String list = groups.get(shared);
            groups.put(shared, list == null ? Integer.toString(processor) : list + "," + processor);
        }
        return new ArrayList<>(groups.values());
    }

    private String shared(int processor, Binding binding) {
        File directory = new File(root, "sys/devices/system/cpu/cpu" + processor);
        String shared;
        switch (binding) {
            case CORE:
                shared = read(new File(directory, "topology/thread_siblings_list"));
                break;
            case SOCKET:
                shared = read(new File(directory, "topology/physical_package_id"));
                break;
            case NUMA:
                shared = node(directory);
                break;
            default:
                shared = null;
                break;
        }
        return shared == null ? "processor " + processor : shared;
    }

    private static String node(File directory) {
        String[] names = directory.list();
        for (String name : names == null ? new String[0] : names) {
            if (name.startsWith("node")) {
                return name;
            }
        }
        return null;
    }

    private List<Integer> allowed() {
        String status = read(new File(root, "proc/self/status"));
        int start = status == null ? -1 : status.indexOf(ALLOWED);
        if (start < 0) {
            return numbers("0-" + (Runtime.getRuntime().availableProcessors() - 1));
        }
        int end = status.indexOf('\n', start);
        return numbers(status.substring(start + ALLOWED.length(), end < 0 ? status.length() : end)
                .strip());
    }

    /** The numbers in a list such as "0-2,5". */
    private static List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String range : list.split(",")) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = Integer.parseInt(range.substring(dash + 1));
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static String read(File file) {
        try {
            return new String(Files.readAllBytes(file.toPath()), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return null;
        }
    }
}
