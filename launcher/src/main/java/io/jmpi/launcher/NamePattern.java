package io.jmpi.launcher;

import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import java.util.List;

/**
 * A text with places for what is known of a rank.
 *
 * <pre>
 *   %r  rank    %h  name of its host    %p  number of its host in the job    %%  a percent sign
 * </pre>
 */
final class NamePattern {

    private final String pattern;
    private final Placement placement;
    private final List<NodeHost> hosts;

    NamePattern(String pattern, Placement placement, List<NodeHost> hosts) {
        this.pattern = pattern;
        this.placement = placement;
        this.hosts = hosts;
    }

    /** The value of an option, when it is a pattern. */
    static String checked(OptionValue value) {
        String text = value.nonEmpty();
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 2)) {
            if (i + 1 == text.length() || "rhp%".indexOf(text.charAt(i + 1)) < 0) {
                throw new UsageException(value.option() + " '" + text + "': after % comes r for the rank, h for its"
                        + " host, p for the number of that, or %");
            }
        }
        return text;
    }

    /** The text for a rank. */
    String of(int rank) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') {
                i++;
                append(text, pattern.charAt(i), rank);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, char what, int rank) {
        switch (what) {
            case 'r':
                text.append(rank);
                break;
            case 'h':
                text.append(hosts.get(placement.node(rank)).name());
                break;
            case 'p':
                text.append(placement.node(rank));
                break;
            default:
                text.append(what);
                break;
        }
    }
}
