package io.jmpi.launcher.ring;

import java.util.ArrayList;
import java.util.List;

/** What a command is for and which options it has. */
final class Usage {

    private static final int COLUMN = 30;

    private final String command;
    private final String operands;
    private final String summary;
    private final List<Choice> choices = new ArrayList<>();

    /** @param operands what follows the options, empty if nothing may */
    Usage(String command, String operands, String summary) {
        this.command = command;
        this.operands = operands;
        this.summary = summary;
        option("--help", "", "print this help and exit");
    }

    /** Adds an option; the first of its names is its key. */
    Usage option(String names, String value, String description) {
        choices.add(Math.max(0, choices.size() - 1), Choice.of(names, value, description));
        return this;
    }

    String command() {
        return command;
    }

    boolean takesOperands() {
        return !operands.isEmpty();
    }

    /** The option of a name, null if there is none. */
    Choice choice(String name) {
        for (Choice choice : choices) {
            if (choice.names().contains(name)) {
                return choice;
            }
        }
        return null;
    }

    String help() {
        StringBuilder help = new StringBuilder(summary).append('\n');
        help.append("Usage: ").append(command).append(" [OPTION...]");
        help.append(operands.isEmpty() ? "" : " " + operands).append('\n');
        for (Choice choice : choices) {
            if (choice.description().isEmpty()) {
                continue;
            }
            String value = choice.takesValue() ? " " + choice.value() : "";
            String names = "  " + String.join(", ", choice.names()) + value;
            help.append(names).append(" ".repeat(Math.max(1, COLUMN - names.length())));
            help.append(choice.description()).append('\n');
        }
        return help.toString();
    }
}
