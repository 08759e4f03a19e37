package io.jmpi.launcher.ring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words after a command: options, as {@code -n 4} or {@code --totalnum=4}, then operands. */
final class CommandLine {

    private final Map<String, String> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    private CommandLine() {}

    static CommandLine parse(Usage usage, List<String> words) throws CommandException {
        CommandLine line = new CommandLine();
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at++);
            if (!word.startsWith("-") || word.equals("-")) {
                line.operands.add(word);
                continue;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            Choice choice = usage.choice(equals < 0 ? word : word.substring(0, equals));
            if (choice == null || equals >= 0 && !choice.takesValue()) {
                throw CommandException.usage("no such option: " + word + "; " + usage.command() + " --help lists them");
            } else if (!choice.takesValue()) {
                line.values.put(choice.key(), "");
            } else if (equals >= 0) {
                line.values.put(choice.key(), word.substring(equals + 1));
            } else if (at < words.size()) {
                line.values.put(choice.key(), words.get(at++));
            } else {
                throw CommandException.usage(word + ": " + choice.value() + " is missing");
            }
        }
        if (!usage.takesOperands() && !line.operands.isEmpty()) {
            throw CommandException.usage("cannot make sense of '" + line.operands.get(0) + "'; " + usage.command()
                    + " --help shows the usage");
        }
        return line;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value of an option, null if it was not given. */
    String value(String key) {
        return values.get(key);
    }

    /** The value of an option. */
    String value(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    /** The value of an option that is a number. */
    int number(String key, int otherwise, int least, int most) throws CommandException {
        String value = values.get(key);
        return value == null ? otherwise : number(key + " " + value, value, least, most);
    }

    /** An operand that is a number. */
    int numberAt(int index, String name, int otherwise, int least, int most) throws CommandException {
        if (index >= operands.size()) {
            return otherwise;
        }
        return number(name + " " + operands.get(index), operands.get(index), least, most);
    }

    private static int number(String where, String text, int least, int most) throws CommandException {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        throw CommandException.usage(where + ": not a whole number in " + least + ".." + most);
    }

    List<String> operands() {
        return operands;
    }
}
