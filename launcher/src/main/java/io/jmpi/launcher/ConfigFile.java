package io.jmpi.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with the programs of a job, one a line, as they would stand between the colons of a command line.
 *
 * <pre>
 *   # a comment
 *   -n 1 -env ROLE "the master" ./master
 *   -n 4 -host b,c ./worker \
 *        --verbose
 * </pre>
 *
 * <p>Words are quoted as in a shell, which replaces nothing here: "in double quotes, \" and \\ too", 'in single ones all
 * as it is', \ before any other character. A backslash at the end of a line joins the next one to it.
 */
final class ConfigFile {

    private final String name;
    private final String text;
    private int position;
    private int line = 1;
    private int firstLine;

    private ConfigFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static ConfigFile read(String option, File file) {
        if (!file.exists()) {
            throw new UsageException(option + " " + file + ": no such file");
        }
        try {
            return of(file.getPath(), new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException(option + " " + file + ": cannot be read: " + e.getMessage());
        }
    }

    static ConfigFile of(String name, String text) {
        return new ConfigFile(name, text);
    }

    /** Where the words come from that were read last, as in "file:3". */
    String where() {
        return name + ":" + firstLine;
    }

    /** The words of the next line that has any, null at the end. */
    List<String> next() {
        List<String> words = List.of();
        while (words.isEmpty() && position < text.length()) {
            words = words();
        }
        return words.isEmpty() ? null : words;
    }

    /** The words up to the end of a line that is not continued. */
    private List<String> words() {
        firstLine = line;
        List<String> words = new ArrayList<>();
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\n') {
                skip();
                break;
            } else if (isBlank(c)) {
                skip();
            } else if (c == '#') {
                skipComment();
            } else if (!skipContinuation()) {
                words.add(word());
            }
        }
        return words;
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        char quote = 0;
        while (position < text.length() && (quote != 0 || !isEnd(text.charAt(position)))) {
            if (quote != '\'' && skipContinuation()) {
                continue;
            }
            char c = skip();
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && isEscape(quote)) {
                word.append(skip());
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new UsageException(where() + ": a quote is not closed: " + quote);
        }
        return word.toString();
    }

    /** Whether a backslash, just read, makes the next character an ordinary one. */
    private boolean isEscape(char quote) {
        if (quote == '\'' || position == text.length()) {
            return false;
        }
        char next = text.charAt(position);
        return quote == 0 || next == '"' || next == '\\';
    }

    private boolean skipContinuation() {
        boolean found = text.startsWith("\\\n", position) || text.startsWith("\\\r\n", position);
        while (found && skip() != '\n') {
            // up to the end of the line
        }
        return found;
    }

    private void skipComment() {
        while (position < text.length() && text.charAt(position) != '\n') {
            position++;
        }
    }

    private char skip() {
        char c = text.charAt(position++);
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private static boolean isEnd(char c) {
        return c == '\n' || isBlank(c);
    }
}
