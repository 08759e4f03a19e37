package io.jmpi.job;

import io.jmpi.os.Words;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of the whole job: where each rank is, and what the nodes are called.
 *
 * <pre>
 *   an entry a rank of the job            an entry a node
 *     0       4       8                     0       4       8
 *     +-------+-------+                     +-------+-------+
 *     | node  | port  |                     | offset| length|  of its text
 *     +-------+-------+                     +-------+-------+
 *
 *   a node's text, UTF-8: the host's name and its addresses, separated by line feeds
 * </pre>
 *
 * The rank entries come first, then the node entries, then the texts; offsets count from the beginning of the tables. All
 * is written before the segment is ready, but for the ports, which are 0 until known: a local rank stores its own, the
 * daemon those of other nodes' ranks.
 */
final class JobTable {

    private static final int ENTRY = 8;
    private static final int PORT = 4;
    private static final int TEXT_LENGTH = 4;

    private final ByteBuffer memory;
    private final int base;
    private final int nodes;

    JobTable(ByteBuffer memory, int base, int jobSize) {
        this.memory = memory;
        this.base = base;
        this.nodes = base + jobSize * ENTRY;
    }

    /** Bytes that the tables take. */
    static int length(Placement placement, List<NodeHost> hosts) {
        int length = (placement.size() + hosts.size()) * ENTRY;
        for (int node = 0; node < hosts.size(); node++) {
            length += text(hosts.get(node)).length;
        }
        return length;
    }

    void write(Placement placement, List<NodeHost> hosts) {
        for (int rank = 0; rank < placement.size(); rank++) {
            Words.putIntPlain(memory, base + rank * ENTRY, placement.node(rank));
        }
        int at = nodes + hosts.size() * ENTRY;
        for (int node = 0; node < hosts.size(); node++) {
            byte[] text = text(hosts.get(node));
            Words.putIntPlain(memory, nodes + node * ENTRY, at - base);
            Words.putIntPlain(memory, nodes + node * ENTRY + TEXT_LENGTH, text.length);
            memory.put(at, text);
            at += text.length;
        }
    }

    private static byte[] text(NodeHost host) {
        StringBuilder text = new StringBuilder(host.name());
        for (int i = 0; i < host.addresses().size(); i++) {
            text.append('\n').append(host.addresses().get(i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    Placement placement(int jobSize) {
        int[] nodeOfRank = new int[jobSize];
        for (int rank = 0; rank < jobSize; rank++) {
            nodeOfRank[rank] = Words.getIntPlain(memory, base + rank * ENTRY);
        }
        return Placement.of(nodeOfRank);
    }

    NodeHost host(int node) {
        byte[] bytes = new byte[Words.getIntPlain(memory, nodes + node * ENTRY + TEXT_LENGTH)];
        memory.get(base + Words.getIntPlain(memory, nodes + node * ENTRY), bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        String name = end < 0 ? text : text.substring(0, end);
        List<String> addresses = new ArrayList<>();
        while (end >= 0) {
            int start = end + 1;
            end = text.indexOf('\n', start);
            addresses.add(end < 0 ? text.substring(start) : text.substring(start, end));
        }
        return new NodeHost(name, addresses);
    }

    int port(int rank) {
        return Words.getIntAcquire(memory, base + rank * ENTRY + PORT);
    }

    void port(int rank, int port) {
        Words.putIntRelease(memory, base + rank * ENTRY + PORT, port);
    }
}
