package io.jmpi.offload;

/**
 * The device's memory that arrays of an accelerator have taken. Drivers promise more than there is, and fail later at an innocent
 * call; this fails at the call that asks for too much.
 */
final class Budget {

    private final long bytes;
    private long taken;

    /** @param bytes that there are in all */
    Budget(long bytes) {
        this.bytes = bytes;
    }

    /** @param what they are for, in words that follow "cannot" */
    synchronized void take(long count, String what) {
        if (count > bytes - taken) {
            throw new OffloadException("cannot " + what + ": the device's memory is used up, " + taken + " of " + bytes
                    + " bytes by arrays of this accelerator; close arrays, or use smaller ones");
        }
        taken += count;
    }

    synchronized void giveBack(long count) {
        taken -= count;
    }
}
