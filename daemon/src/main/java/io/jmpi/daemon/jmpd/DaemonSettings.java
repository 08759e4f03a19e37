package io.jmpi.daemon.jmpd;

import io.jmpi.daemon.console.ConsoleAddress;
import io.jmpi.daemon.trust.SecretWord;
import java.util.List;

/**
 * What a daemon is told when it starts.
 *
 * @param word the ring's secret word
 * @param listenPort where to listen, 0 for any free port
 * @param addressNamed the address, host name or interface by which others are to reach this host, null to find out
 * @param slots how many ranks this host takes before the next one's turn comes
 * @param boot its place in the ring, 0 for the last one
 * @param entry addresses of a daemon in the ring to join, empty to begin a ring
 * @param entryPort its port
 * @param patienceMillis how long to try to join while that fails
 * @param console where to have a console, null for none
 */
public record DaemonSettings(
        SecretWord word,
        int listenPort,
        String addressNamed,
        int slots,
        long boot,
        List<String> entry,
        int entryPort,
        long patienceMillis,
        ConsoleAddress console) {}
