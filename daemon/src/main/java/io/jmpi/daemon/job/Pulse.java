package io.jmpi.daemon.job;

import io.jmpi.daemon.net.Link;

/**
 * By what the two ends of a link know that the other one lives.
 *
 * @param intervalMillis how often each end says so
 * @param silenceMillis after which a link is given up
 */
public record Pulse(long intervalMillis, long silenceMillis) {

    void watch(Link link) {
        link.keepAlive(intervalMillis, silenceMillis);
    }
}
