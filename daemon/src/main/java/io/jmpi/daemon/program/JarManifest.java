package io.jmpi.daemon.program;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/** What {@code java -jar} reads in a jar file's manifest, so that the same can be said with options. */
final class JarManifest {

    private static final String[] NOT_EXPRESSIBLE = {"Launcher-Agent-Class", "JavaFX-Application-Class"};

    private final Attributes attributes;

    private JarManifest(Attributes attributes) {
        this.attributes = attributes;
    }

    /** The manifest of a jar file, null when {@code java} itself had better say what is wrong with it. */
    static JarManifest read(File jar) {
        try (JarFile file = new JarFile(jar, false, ZipFile.OPEN_READ)) {
            Manifest manifest = file.getManifest();
            return manifest == null ? null : new JarManifest(manifest.getMainAttributes());
        } catch (IOException e) {
            return null;
        }
    }

    /** The main class, null when there is none. */
    String mainClass() {
        String name = attributes.getValue(Attributes.Name.MAIN_CLASS);
        return name == null ? null : name.trim();
    }

    /** Whether options can say all that the manifest says. */
    boolean isExpressible() {
        for (String name : NOT_EXPRESSIBLE) {
            if (attributes.getValue(name) != null) {
                return false;
            }
        }
        return true;
    }

    /** The options that stand for the manifest's lines. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        add(options, "Add-Exports", "--add-exports=");
        add(options, "Add-Opens", "--add-opens=");
        return options;
    }

    private void add(List<String> options, String name, String option) {
        String value = attributes.getValue(name);
        if (value != null) {
            StringTokenizer packages = new StringTokenizer(value);
            while (packages.hasMoreTokens()) {
                options.add(option + packages.nextToken() + "=ALL-UNNAMED");
            }
        }
    }
}
