package io.jmpi.launcher;

import java.util.ArrayList;
import java.util.List;

/**
 * What was said with an option.
 *
 * @param option its name as it was written
 * @param text null for an option without a value
 * @param second the second value, null for an option without one
 */
record OptionValue(String option, String text, String second) {

    long number(long least, long most) {
        return number(option, text, least, most);
    }

    /** A whole number in a range. */
    static long number(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        throw new UsageException(name + " " + text + ": give a whole number in " + least + ".." + most);
    }

    /** The parts between commas. */
    List<String> list() {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            if (start == end) {
                throw new UsageException(option + " '" + text + "': give one or more, with a comma between two");
            }
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        return parts;
    }

    /** The text, which must say something. */
    String nonEmpty() {
        if (text.isEmpty()) {
            throw new UsageException("option " + option + " is given nothing");
        }
        return text;
    }
}
