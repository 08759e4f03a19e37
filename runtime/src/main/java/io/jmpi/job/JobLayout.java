package io.jmpi.job;

/**
 * Where everything lies in a job segment. All words are little-endian.
 *
 * <pre>
 *        0  +----------------------------------------------+
 *           | header                        (one page)     |
 *     4096  +----------------------------------------------+
 *           | rank table: one entry a local rank           |  {@link RankEntry}
 *      job  +----------------------------------------------+
 *           | tables of the whole job: ranks, nodes        |  {@link JobTable}
 *    rings  +----------------------------------------------+  page-aligned
 *           | ring of sender 0 to receiver 0               |  ringStride bytes each
 *           | ring of sender 1 to receiver 0               |
 *           |   ...                                        |
 *           | ring of sender n-1 to receiver n-1           |
 *  commons  +----------------------------------------------+
 *           | of the collectives inside the node           |  {@link CommonsLayout}
 *   length  +----------------------------------------------+
 *
 *   header
 *     0               8       12      16      20      24      28      32              40
 *     +---------------+-------+-------+-------+-------+-------+-------+---------------+
 *     | magic         |version|n local|n job  |node   |stride |proc.  | rings (offset)|
 *     +---------------+-------+-------+-------+-------+-------+-------+---------------+
 *    40              48      52      56                                      512
 *     +---------------+-------+-------+---------------------------------------+
 *     | length        | READY | bells | path of the doorbells, UTF-8 ...      |
 *     +---------------+-------+-------+---------------------------------------+
 *   512                              544     548     552              560
 *     +-------------------------------+-------+-------+---------------+
 *     | the job's key                 |listens|d. bell| commons       |
 *     +-------------------------------+-------+-------+---------------+
 * </pre>
 *
 * READY is stored last, with release; its partner is the acquire in {@link JobSegment#open}. The daemon's bell is a number
 * like those of the ranks; it is rung only if the daemon listens. Processors are those that the daemon may use: a rank that
 * is bound to one sees no others. Commons is an offset, 0 where there are none.
 */
final class JobLayout {

    static final long MAGIC = 0x3147_4553_4950_4d4aL; // "JMPISEG1"
    static final int VERSION = 4;

    static final int MAGIC_OFFSET = 0;
    static final int VERSION_OFFSET = 8;
    static final int LOCAL_SIZE_OFFSET = 12;
    static final int JOB_SIZE_OFFSET = 16;
    static final int NODE_OFFSET = 20;
    static final int RING_STRIDE_OFFSET = 24;
    static final int PROCESSORS_OFFSET = 28;
    static final int RINGS_OFFSET = 32;
    static final int LENGTH_OFFSET = 40;
    static final int READY_OFFSET = 48;
    static final int BELL_PATH_LENGTH_OFFSET = 52;
    static final int BELL_PATH_OFFSET = 56;
    static final int BELL_PATH_CAPACITY = 512 - BELL_PATH_OFFSET;
    static final int KEY_OFFSET = 512;
    static final int LISTENS_OFFSET = KEY_OFFSET + JobKey.LENGTH;
    static final int DAEMON_BELL_OFFSET = LISTENS_OFFSET + Integer.BYTES;
    static final int COMMONS_OFFSET = DAEMON_BELL_OFFSET + Integer.BYTES;

    static final int PAGE = 4096;
    static final int TABLE_OFFSET = PAGE;

    private JobLayout() {}

    static int jobTableOffset(int localSize) {
        return TABLE_OFFSET + localSize * RankEntry.LENGTH;
    }

    /** @param jobTable see {@link JobTable#length} */
    static int ringsOffset(int localSize, int jobTable) {
        int end = jobTableOffset(localSize) + jobTable;
        return (end + PAGE - 1) & -PAGE;
    }

    static long length(int localSize, int jobTable, int ringStride) {
        return commonsOffset(localSize, jobTable, ringStride) + CommonsLayout.length(localSize, ringStride);
    }

    static long commonsOffset(int localSize, int jobTable, int ringStride) {
        return ringsOffset(localSize, jobTable) + (long) localSize * localSize * ringStride;
    }
}
