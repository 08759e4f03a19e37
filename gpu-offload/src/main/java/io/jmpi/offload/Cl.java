package io.jmpi.offload;

import org.jocl.CL;

/** What OpenCL answers. */
final class Cl {

    private Cl() {}

    /** @param what was asked for, in words that follow "cannot" */
    static void check(int status, String what) {
        if (status != CL.CL_SUCCESS) {
            throw failure(status, what);
        }
    }

    static OffloadException failure(int status, String what) {
        return new OffloadException("cannot " + what + ": " + CL.stringFor_errorCode(status) + remedy(status));
    }

    private static String remedy(int status) {
        return switch (status) {
            case CL.CL_MEM_OBJECT_ALLOCATION_FAILURE, CL.CL_OUT_OF_RESOURCES ->
                "; the device's memory is used up: close arrays, or use smaller ones";
            case CL.CL_OUT_OF_HOST_MEMORY -> "; the host's memory is used up";
            case CL.CL_INVALID_BUFFER_SIZE -> "; it is more than the device allocates at once";
            case CL.CL_INVALID_WORK_GROUP_SIZE -> "; use a smaller group, one that divides the range, or leave it out";
            case CL.CL_INVALID_ARG_SIZE -> "; its type has another size";
            default -> "";
        };
    }
}
