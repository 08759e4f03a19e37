package io.jmpi.daemon.program;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * The argument files of the {@code java} command ({@code @file}), and the variable {@code JDK_JAVA_OPTIONS}, which is
 * written in the same way but for escapes and comments.
 */
final class ArgumentFile {

    private final String text;
    private final boolean isFile;
    private int position;

    private ArgumentFile(String text, boolean isFile) {
        this.text = text;
        this.isFile = isFile;
    }

    /** The arguments in a file. */
    static List<String> read(File file) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
            return new ArgumentFile(new String(in.readAllBytes(), Charset.defaultCharset()), true).arguments();
        }
    }

    static List<String> parse(String text) {
        return new ArgumentFile(text, true).arguments();
    }

    /** The arguments in the value of a variable. */
    static List<String> parseVariable(String value) {
        return new ArgumentFile(value, false).arguments();
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        while (position < text.length()) {
            char c = text.charAt(position);
            if (isBlank(c)) {
                position++;
            } else if (isFile && c == '#') {
                skipLine();
            } else {
                arguments.add(argument());
            }
        }
        return arguments;
    }

    private String argument() {
        StringBuilder argument = new StringBuilder();
        char quote = 0;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (quote == 0 && isBlank(c) || quote != 0 && isFile && isLineEnd(c)) {
                break;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (isFile && quote != 0 && c == '\\' && position < text.length()) {
                escaped(argument);
            } else {
                argument.append(c);
            }
        }
        return argument.toString();
    }

    private void escaped(StringBuilder argument) {
        char c = text.charAt(position++);
        switch (c) {
            case 'n':
                argument.append('\n');
                break;
            case 't':
                argument.append('\t');
                break;
            case 'r':
                argument.append('\r');
                break;
            case 'f':
                argument.append('\f');
                break;
            case '\n':
            case '\r':
                continueLine();
                break;
            default:
                argument.append(c);
                break;
        }
    }

    /** A line that ends in a backslash goes on at the next one's first character that is no blank. */
    private void continueLine() {
        while (position < text.length() && isBlank(text.charAt(position))) {
            position++;
        }
    }

    private void skipLine() {
        while (position < text.length() && !isLineEnd(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || isLineEnd(c);
    }
}
