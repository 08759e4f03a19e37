package io.jmpi.launcher;

import io.jmpi.daemon.program.Binding;
import io.jmpi.launcher.place.HostEntry;
import io.jmpi.launcher.place.HostFile;
import io.jmpi.launcher.place.Hosts;
import io.jmpi.launcher.place.Mapping;
import io.jmpi.launcher.place.Placed;
import io.jmpi.launcher.place.Placer;
import io.jmpi.launcher.place.Subnet;
import java.io.File;
import java.util.List;

/** What the user said about hosts: which ones, in which order they get ranks, and what is done there. */
final class HostOptions {

    private static final int MOST_RANKS = 1 << 20;

    private List<HostEntry> named;
    private String namedBy;
    private Mapping.Order order = Mapping.Order.SLOT;
    private int perHost = Mapping.OWN;
    private boolean startsHere = true;
    private String network;
    private boolean tls;
    private List<String> staged = List.of();
    private Binding binding = Binding.NONE;

    void take(Option option, OptionValue value) {
        switch (option) {
            case HOSTS:
                name(value.option(), HostEntry.list(value.option(), value.text()));
                break;
            case HOST_FILE:
                name(value.option(), HostFile.read(value.option(), new File(value.text())));
                break;
            case PER_HOST:
                perHost = (int) value.number(1, MOST_RANKS);
                break;
            case MAP_BY:
                order = order(value);
                break;
            case NOT_HERE_FIRST:
                startsHere = false;
                break;
            case INTERFACE:
                network = value.nonEmpty();
                break;
            case TLS:
                tls = true;
                break;
            case STAGE:
                staged = value.list();
                break;
            case BIND_TO:
                binding = binding(value);
                break;
            default:
                throw new IllegalArgumentException(option + " is not about hosts");
        }
    }

    private void name(String option, List<HostEntry> hosts) {
        if (named != null) {
            throw new UsageException("hosts are named twice, by " + namedBy + " and " + option
                    + ": give one list; for one program there is -host");
        }
        named = hosts;
        namedBy = option;
    }

    private static Mapping.Order order(OptionValue value) {
        switch (value.text()) {
            case "slot":
            case "core":
                return Mapping.Order.SLOT;
            case "node":
                return Mapping.Order.NODE;
            default:
                throw new UsageException(value.option() + " " + value.text()
                        + ": give slot or node; -ppn says how many ranks a host gets");
        }
    }

    private static Binding binding(OptionValue value) {
        switch (value.text()) {
            case "none":
                return Binding.NONE;
            case "hwthread":
                return Binding.HWTHREAD;
            case "core":
                return Binding.CORE;
            case "socket":
            case "package":
                return Binding.SOCKET;
            case "numa":
                return Binding.NUMA;
            default:
                throw new UsageException(
                        value.option() + " " + value.text() + ": give none, hwthread, core, socket or numa");
        }
    }

    /** Whether hosts are named for all programs, or a network. */
    boolean areSaid() {
        return named != null || network != null;
    }

    /**
     * Places the ranks of all programs.
     *
     * @throws io.jmpi.launcher.place.HostsException when a host does not exist
     */
    Placed place(List<ProgramOptions> programs, Hosts hosts) {
        Placer placer = new Placer(hosts, new Mapping(order, perHost, startsHere), named);
        for (ProgramOptions program : programs) {
            placer.add(program.ranks(), program.hosts());
        }
        Placed placed = placer.result();
        return network == null ? placed : placed.within(Subnet.parse("-iface", network));
    }

    /** Whether ranks on different hosts talk in secret. */
    boolean tls() {
        return tls;
    }

    /** Paths of files to be copied to the hosts. */
    List<String> staged() {
        return staged;
    }

    Binding binding() {
        return binding;
    }
}
