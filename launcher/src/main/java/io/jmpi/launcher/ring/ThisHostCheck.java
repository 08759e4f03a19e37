package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleAddress;
import io.jmpi.daemon.trust.CredentialFile;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;

/** What a daemon needs of this host. */
final class ThisHostCheck {

    private static final long SMALL_SHM = 128L << 20;

    private final Terminal terminal;
    private boolean good = true;

    ThisHostCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    static String hostName() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    }

    boolean run() throws IOException {
        terminal.out("host " + hostName() + ", java " + System.getProperty("java.version") + " ("
                + System.getProperty("java.home") + ")");
        checkAddresses();
        checkName();
        checkCredential();
        checkConsole();
        checkSharedMemory();
        return good;
    }

    private void checkAddresses() throws IOException {
        boolean reachable = false;
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp() && !network.isLoopback()) {
                for (InetAddress address : Collections.list(network.getInetAddresses())) {
                    terminal.out("address " + address.getHostAddress() + " on " + network.getName());
                    reachable = true;
                }
            }
        }
        if (!reachable) {
            problem("this host has no address but loopback: no other host can reach it");
        }
    }

    private void checkName() throws IOException {
        try {
            InetAddress address = InetAddress.getByName(hostName());
            terminal.out("name " + hostName() + " is " + address.getHostAddress()
                    + (address.isLoopbackAddress() ? "; others should not see that, and JMPI does not use it" : ""));
        } catch (UnknownHostException e) {
            terminal.out("name " + hostName() + " is not known to the resolver; JMPI does without");
        }
    }

    private void checkCredential() {
        CredentialFile file = CredentialFile.ofThisUser();
        try {
            terminal.out(
                    file.read() == null
                            ? "no " + file.path() + " yet; jmpdboot makes one"
                            : "secret word in " + file.path());
        } catch (IOException e) {
            problem(e.getMessage());
        }
    }

    private void checkConsole() {
        ConsoleAddress console = ConsoleAddress.ofThisUser();
        try {
            console.makeDirectory();
            terminal.out("console " + console + (console.exists() ? ", a daemon's" : ", free"));
        } catch (IOException e) {
            problem(e.getMessage());
        }
    }

    private void checkSharedMemory() {
        File directory = new File("/dev/shm");
        if (!directory.canWrite()) {
            problem("/dev/shm cannot be written to; JMPI_SHM_DIR names another directory in memory");
        } else if (directory.getUsableSpace() < SMALL_SHM) {
            terminal.out("/dev/shm has " + (directory.getUsableSpace() >> 20)
                    + " MiB free: few ranks fit; docker run --shm-size=1g gives more");
        }
    }

    private void problem(String text) {
        good = false;
        terminal.err("jmpdcheck: " + text);
    }
}
