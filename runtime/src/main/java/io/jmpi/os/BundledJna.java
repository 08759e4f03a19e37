package io.jmpi.os;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Has JNA, while its classes are loaded, take its library from JMPI's distribution, where it otherwise would unpack it into a
 * directory that it makes in the user's home, and look for libraries where they usually are, where it otherwise would start a process to be told. A JNA
 * that the application brings keeps its ways.
 */
final class BundledJna {

    private static final String JAR = "/jna.jar!/com/sun/jna/Native.class";

    private static final List<String> SET = new ArrayList<>();

    private BundledJna() {}

    static void begin() {
        File library = library();
        if (library != null) {
            set("jna.boot.library.path", library.getParent());
            set("jna.tmpdir", System.getProperty("java.io.tmpdir"));
            set("jna.platform.library.path", "/lib64:/usr/lib64:/lib:/usr/lib");
        }
    }

    static void end() {
        SET.forEach(System::clearProperty);
        SET.clear();
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
            SET.add(property);
        }
    }

    /** The library for this system, or null: if there is none, or JNA is not the distribution's. */
    private static File library() {
        URL url = ClassLoader.getSystemResource("com/sun/jna/Native.class");
        String place = url == null ? "" : url.toString();
        if (!place.startsWith("jar:file:") || !place.endsWith(JAR)) {
            return null;
        }
        File lib = new File(URI.create(place.substring("jar:".length(), place.length() - JAR.length())));
        String architecture = System.getProperty("os.arch").replace("amd64", "x86-64");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT) + '-' + architecture;
        File library = new File(lib, "native/" + system + "/libjnidispatch.so");
        return library.exists() ? library : null;
    }
}
