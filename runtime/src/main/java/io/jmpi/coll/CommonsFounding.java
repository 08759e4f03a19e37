package io.jmpi.coll;

import io.jmpi.collectives.Schedule;
import io.jmpi.data.Element;
import io.jmpi.job.CommonsFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Makes memory that the members of a communicator on one node share: rank 0 makes it and says where, the others open it, and
 * when all have, nobody else can. If one of them cannot, none of them has it.
 */
final class CommonsFounding {

    /** What says where, filled up with zeros; only zeros if there is no room for it. */
    private static final int PATH = 256;

    private final Communicator comm;

    CommonsFounding(Communicator comm) {
        this.comm = comm;
    }

    /**
     * A collective call.
     *
     * @param length bytes of the memory
     * @param willing whether this rank wants it
     * @return the memory, zeroed; null if not all want it or can have it
     */
    ByteBuffer found(int length, boolean willing) {
        if (!agree(willing)) {
            return null;
        }
        try (CommonsFile file = comm.rank() == 0 ? make(length) : null) {
            byte[] path = tell(file);
            ByteBuffer memory = file != null ? file.memory() : open(path);
            return agree(memory != null) ? memory : null;
        }
    }

    private static CommonsFile make(int length) {
        try {
            return CommonsFile.make(length);
        } catch (IOException e) {
            return null; // messages do it without room
        }
    }

    private byte[] tell(CommonsFile file) {
        byte[] path = new byte[PATH];
        if (file != null) {
            byte[] name = file.path().getBytes(StandardCharsets.UTF_8);
            System.arraycopy(name, 0, path, 0, name.length <= PATH ? name.length : 0);
        }
        run(comm.schedules().bcast(0, PATH, Byte.BYTES), Element.BYTE, null, path);
        return path;
    }

    private static ByteBuffer open(byte[] path) {
        String name = new String(path, StandardCharsets.UTF_8).trim();
        try {
            return name.isEmpty() ? null : CommonsFile.open(name);
        } catch (IOException e) {
            return null; // this process may not see the other's files
        }
    }

    private boolean agree(boolean willing) {
        long[] own = {willing ? 1 : 0};
        long[] all = new long[1];
        run(comm.schedules().allReduce(1, Long.BYTES, true, false), Element.LONG, own, all);
        return all[0] == 1;
    }

    private void run(Schedule schedule, Element element, Object input, Object output) {
        comm.run(schedule, element, element.size(), input, 0, output, 0, ContextAgreement.COMMON);
    }
}
