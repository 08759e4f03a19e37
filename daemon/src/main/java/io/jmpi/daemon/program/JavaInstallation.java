package io.jmpi.daemon.program;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Properties;

/**
 * What a {@code java} program is, read from the file {@code release} beside it rather than by starting it.
 *
 * @param feature the feature release, such as 17; 0 for a JVM that is not HotSpot, whose options are others
 * @param build version and vendor in a form that serves as a file name
 */
record JavaInstallation(int feature, String build) {

    private static final String HOTSPOT = "Hotspot";

    /** The installation that a program belongs to, null when that cannot be told. */
    static JavaInstallation of(String program) {
        try {
            File bin = new File(program).getCanonicalFile().getParentFile();
            File release = new File(bin.getParentFile(), "release");
            Properties properties = new Properties();
            try (FileInputStream in = new FileInputStream(release)) {
                properties.load(in);
            }
            String version = unquoted(properties.getProperty("JAVA_VERSION"));
            String runtime = unquoted(properties.getProperty("JAVA_RUNTIME_VERSION", version));
            String vendor = unquoted(properties.getProperty("IMPLEMENTOR", "unknown"));
            boolean hotspot =
                    unquoted(properties.getProperty("JVM_VARIANT", HOTSPOT)).equalsIgnoreCase(HOTSPOT);
            return new JavaInstallation(hotspot ? feature(version) : 0, asFileName(runtime + "-" + vendor));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** 17 of "17.0.15", 8 of "1.8.0_392". */
    private static int feature(String version) {
        String rest = version.startsWith("1.") ? version.substring(2) : version;
        int end = 0;
        while (end < rest.length() && Character.isDigit(rest.charAt(end))) {
            end++;
        }
        return Integer.parseInt(rest.substring(0, end));
    }

    private static String asFileName(String text) {
        StringBuilder name = new StringBuilder(text);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '+' && c != '-') {
                name.setCharAt(i, '_');
            }
        }
        return name.toString();
    }
}
