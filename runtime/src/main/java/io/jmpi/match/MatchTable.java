package io.jmpi.match;

/**
 * Queues by (context, source, tag), in a hash table with chains. A queue that runs empty stays for its next use, until
 * the table would grow: programs use the same few keys over and over.
 */
final class MatchTable {

    private static final int SMALLEST = 64;

    private MatchQueue[] buckets = new MatchQueue[SMALLEST];
    private int queues;
    private int links;
    private MatchQueue latest;

    /** Number of links that wait in all queues. */
    int size() {
        return links;
    }

    /** The first that waits with the key, or null. */
    Link first(int context, int source, int tag) {
        if (links == 0) {
            return null;
        }
        MatchQueue queue = find(context, source, tag);
        return queue == null ? null : queue.head();
    }

    void append(Link link, int context, int source, int tag) {
        MatchQueue queue = find(context, source, tag);
        if (queue == null) {
            queue = add(context, source, tag);
        }
        queue.append(link);
        links++;
    }

    void remove(Link link) {
        link.queue.remove(link);
        links--;
    }

    /** Every link of the table, in no order. */
    Link[] toArray() {
        Link[] all = new Link[links];
        int at = 0;
        for (MatchQueue bucket : buckets) {
            for (MatchQueue queue = bucket; queue != null; queue = queue.nextInBucket) {
                for (Link link = queue.head(); link != null; link = link.next) {
                    all[at++] = link;
                }
            }
        }
        return all;
    }

    private MatchQueue find(int context, int source, int tag) {
        MatchQueue queue = latest;
        if (queue != null && queue.hasKey(context, source, tag)) {
            return queue;
        }
        queue = buckets[bucket(context, source, tag)];
        while (queue != null && !queue.hasKey(context, source, tag)) {
            queue = queue.nextInBucket;
        }
        if (queue != null) {
            latest = queue;
        }
        return queue;
    }

    private MatchQueue add(int context, int source, int tag) {
        if (queues == buckets.length) {
            rehash();
        }
        MatchQueue queue = new MatchQueue(context, source, tag);
        insert(queue);
        latest = queue;
        return queue;
    }

    private void insert(MatchQueue queue) {
        int bucket = bucket(queue.context, queue.source, queue.tag);
        queue.nextInBucket = buckets[bucket];
        buckets[bucket] = queue;
        queues++;
    }

    /** Drops the empty queues; makes the table larger if that does not free half of it. */
    private void rehash() {
        MatchQueue[] old = buckets;
        int full = 0;
        for (MatchQueue bucket : old) {
            for (MatchQueue queue = bucket; queue != null; queue = queue.nextInBucket) {
                full += queue.isEmpty() ? 0 : 1;
            }
        }
        buckets = new MatchQueue[full > old.length / 2 ? old.length * 2 : old.length];
        queues = 0;
        latest = null;
        for (MatchQueue bucket : old) {
            MatchQueue queue = bucket;
            while (queue != null) {
                MatchQueue following = queue.nextInBucket;
                if (!queue.isEmpty()) {
                    insert(queue);
                }
                queue = following;
            }
        }
    }

    private int bucket(int context, int source, int tag) {
        int hash = (context * 0x9e3779b1 + source) * 0x85ebca6b + tag;
        hash *= 0xc2b2ae35;
        return (hash ^ (hash >>> 15)) & (buckets.length - 1);
    }
}
