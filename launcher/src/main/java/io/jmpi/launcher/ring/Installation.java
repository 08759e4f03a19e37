package io.jmpi.launcher.ring;

import io.jmpi.daemon.program.Distribution;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Copies this distribution to another host, as a tar archive through the remote shell. What is there already and the same
 * stays, since a daemon may be running from it.
 */
final class Installation {

    private Installation() {}

    /** Where JMPI is on this host. */
    static File home() {
        return Distribution.ofThisProcess().jar("").getAbsoluteFile().getParentFile();
    }

    /**
     * Copies it.
     *
     * @throws IOException with what the other side had to say
     */
    static void copy(BootPlan plan, String host, Consumer<String> output) throws IOException, InterruptedException {
        File home = home();
        String build = build(home);
        List<String> command = plan.shell().command(host, script(plan.home(), build));
        int status = new RemoteRun(command)
                .run(
                        out -> {
                            Process tar = new ProcessBuilder(
                                            "tar", "-C", home.getPath(), "--exclude=./lib/cds", "-cf", "-", ".")
                                    .redirectError(Redirect.DISCARD)
                                    .start();
                            try (InputStream archive = tar.getInputStream()) {
                                archive.transferTo(out);
                            }
                        },
                        output);
        if (status != 0) {
            throw new IOException("could not copy JMPI to " + plan.home() + " there (status " + status + ")");
        }
    }

    /** Tells this build from others: what md5sum says of its jars, one after the other. */
    private static String build(File home) throws IOException {
        File[] jars = new File(home, "lib").listFiles((directory, name) -> name.endsWith(".jar"));
        if (jars == null) {
            throw new IOException("no jars in " + home + "/lib");
        }
        Arrays.sort(jars);
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            for (File jar : jars) {
                digest.update(Files.readAllBytes(jar.toPath()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String script(String path, String build) {
        String home = RemoteShell.quoted(path);
        String fresh = RemoteShell.quoted(path + ".new");
        return "cat_jars() { (LC_ALL=C; export LC_ALL; cat " + home + "/lib/*.jar 2>/dev/null | md5sum); };"
                + " case $(cat_jars) in " + build + "*) cat >/dev/null; exit 0;; esac;"
                + " if [ -e " + home + " ] && [ ! -e " + home + "/lib/jmpi-daemon.jar ]; then"
                + " echo " + home + " is there and is no JMPI; exit 1; fi;"
                + " rm -rf " + fresh + " && mkdir -p " + fresh + " && tar -C " + fresh + " -xf - && rm -rf " + home
                + " && mv " + fresh + " " + home;
    }
}
