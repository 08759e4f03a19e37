package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Channel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Notes what a head tells. */
final class Recording implements JobListener {

    final List<RankEnd> firstFailures = new ArrayList<>();
    final List<RankEnd> laterFailures = new ArrayList<>();
    final List<String> lost = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final StringBuffer out = new StringBuffer();

    @Override
    public void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) {
        out.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void onCannotStart(String host, String message) {
        notes.add("cannot start on " + host + ": " + message);
    }

    @Override
    public void onFailure(RankEnd end, String host, boolean first) {
        out.append("[failure of " + end.rank() + " on " + host + "]\n");
        (first ? firstFailures : laterFailures).add(end);
    }

    @Override
    public void onLost(String host, int[] running, String cause) {
        lost.add(host + " with " + running.length + ": " + cause);
    }

    @Override
    public void onCut(int[] running, String cause) {
        lost.add("all with " + running.length + ": " + cause);
    }

    @Override
    public void onTimeout(int[] running) {
        notes.add("timeout of " + running.length);
    }

    @Override
    public void onKill(int[] running) {
        notes.add("killed " + running.length);
    }
}
