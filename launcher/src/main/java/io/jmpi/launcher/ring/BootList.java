package io.jmpi.launcher.ring;

import io.jmpi.launcher.place.HostEntry;
import io.jmpi.launcher.place.HostFile;
import io.jmpi.launcher.place.HostsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is to be in the ring: this host, and others from a file, which may name this one too.
 *
 * @param here what this host is called
 * @param slotsHere how many ranks it takes before the next one
 * @param others in the order of the file
 */
record BootList(String here, int slotsHere, List<BootHost> others) {

    static BootList of(CommandLine line) throws CommandException, IOException {
        String here = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        int total = line.number("-n", 0, 1, BootCommand.mostHosts());
        int slotsHere = line.number("--ncpus", 0, 1, BootCommand.mostSlots());
        boolean repeat = line.has("-1");
        List<BootHost> others = new ArrayList<>();
        Map<String, Integer> daemons = new HashMap<>();
        int slotsInFile = 1;
        boolean hereSeen = false;
        for (HostEntry entry : entries(line, total)) {
            boolean isHere = isHere(entry.name(), here);
            if (isHere && !hereSeen) {
                hereSeen = true;
                slotsInFile = Math.max(1, entry.slots());
                continue;
            }
            int before = daemons.merge(entry.name(), 1, Integer::sum) - 1;
            if ((isHere || before > 0) && !repeat) {
                continue;
            }
            others.add(new BootHost(
                    entry.name(),
                    Math.max(1, entry.slots()),
                    others.size() + 2,
                    before == 0 && !isHere,
                    entry.interfaceName()));
        }
        if (total > 0 && others.size() < total - 1) {
            throw CommandException.usage("-n " + total + ": " + HostOptions.file(line) + " names " + others.size()
                    + " other hosts only" + (repeat ? "" : "; -1 allows more than one daemon on a host"));
        }
        List<BootHost> chosen = total == 0 ? others : others.subList(0, total - 1);
        return new BootList(here, slotsHere == 0 ? slotsInFile : slotsHere, List.copyOf(chosen));
    }

    private static List<HostEntry> entries(CommandLine line, int total) throws CommandException {
        if (!line.has("-f")
                && (total == 1 || total == 0 && !HostOptions.file(line).exists())) {
            return List.of();
        }
        try {
            return HostFile.read("-f", HostOptions.file(line));
        } catch (HostsException e) {
            throw CommandException.usage(e.getMessage());
        }
    }

    private static boolean isHere(String name, String here) throws IOException {
        if (name.equals(here) || name.equals("localhost")) {
            return true;
        }
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(name)) != null;
        } catch (UnknownHostException e) {
            // The remote shell may know better; if not it says so.
            return false;
        }
    }
}
