package io.jmpi.job;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** This process's open files as others can reach them under {@code /proc}, by number. */
final class OpenFiles {

    private static final File OWN = new File("/proc/self/fd");

    private OpenFiles() {}

    /** Where other processes of this user find the open files of this one. */
    static String pathPrefix() {
        return "/proc/" + ProcessHandle.current().pid() + "/fd/";
    }

    /**
     * The descriptors of a job directory's open files: the doorbells 0 .. count-2, the daemon's last, then the segment.
     *
     * @return null when the system does not show them
     */
    static int[] numbers(Path directory, int count) throws IOException {
        String[] open = OWN.list();
        if (open == null) {
            return null;
        }
        String real = directory.toRealPath().toString() + File.separator;
        int[] numbers = new int[count];
        Arrays.fill(numbers, -1);
        int found = 0;
        for (String number : open) {
            String target = new File(OWN, number).getCanonicalPath();
            if (target.startsWith(real)) {
                String name = target.substring(real.length());
                int index = Character.isDigit(name.charAt(0)) ? Integer.parseInt(name) : count - 1;
                numbers[index] = Integer.parseInt(number);
                found++;
            }
        }
        return found == count ? numbers : null;
    }

    static int[] countingUp(int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }
}
