package io.jmpi.it.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Throw-away keys and the settings of ssh, which all hosts of a cluster have alike: one key of the user, accepted by each,
 * and one key of the hosts, known to each.
 */
record SshSetup(Path directory) {

    private static final String SERVER = """
            HostKey /run/sshd/host_key
            PidFile none
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PermitRootLogin prohibit-password
            UsePAM no
            MaxStartups 100
            """;

    static SshSetup in(Path cluster) {
        try {
            Path directory = Files.createDirectory(cluster.resolve("keys"));
            generate(directory.resolve("user"));
            generate(directory.resolve("host"));
            return new SshSetup(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path userKey() {
        return directory.resolve("user");
    }

    Path userPublicKey() {
        return directory.resolve("user.pub");
    }

    /** Gives a host what {@code host.sh} expects. */
    void copyTo(Path setup) throws IOException {
        Path ssh = Files.createDirectory(setup.resolve("ssh"));
        Files.copy(userKey(), ssh.resolve("id_ed25519"));
        Files.copy(userPublicKey(), ssh.resolve("authorized_keys"));
        Files.writeString(ssh.resolve("known_hosts"), "* " + Files.readString(directory.resolve("host.pub")));
        Files.copy(directory.resolve("host"), setup.resolve("host_key"));
        Files.writeString(setup.resolve("sshd_config"), SERVER);
    }

    private static void generate(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file.toString())
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("ssh-keygen ended with status " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
