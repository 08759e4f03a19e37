package mpi;

import io.jmpi.progress.Engine;

/** The calls on arrays of requests. */
final class RequestArray {

    /** What {@link #anyComplete} answers when there are none but null requests. */
    static final int ALL_NULL = -1;

    private static final int NONE = -2;

    private RequestArray() {}

    /** The index of a request that is done, or {@link #ALL_NULL}, or a smaller number; does not poll. */
    private static int find(Request[] requests) {
        int found = ALL_NULL;
        for (int index = 0; index < requests.length; index++) {
            Request request = requests[index];
            if (request != null && request.isActive()) {
                if (request.isDone()) {
                    return index;
                }
                found = NONE;
            }
        }
        return found;
    }

    private static Engine engine(Request[] requests) {
        for (Request request : requests) {
            if (request != null && request.isActive()) {
                return request.engine();
            }
        }
        return null;
    }

    /** Like {@link #find}, after a poll if that was in vain. */
    static int anyComplete(Request[] requests) {
        Engine engine = engine(requests);
        if (engine == null) {
            return ALL_NULL;
        }
        engine.enter();
        try {
            int index = find(requests);
            if (index == NONE) {
                engine.poll();
                index = find(requests);
            }
            return index;
        } finally {
            engine.exit();
        }
    }

    /** The index of a request that is done, after waiting for it; {@link MPI#UNDEFINED} if all are null. */
    static int awaitAny(Request[] requests) {
        Engine engine = engine(requests);
        if (engine == null) {
            return MPI.UNDEFINED;
        }
        engine.enter();
        try {
            int index = find(requests);
            if (index == NONE) {
                do {
                    engine.step();
                    index = find(requests);
                } while (index == NONE);
                engine.endWait();
            }
            return index;
        } finally {
            engine.exit();
        }
    }

    /** Waits until some request is done; false if all are null. */
    static boolean awaitAnyStays(Request[] requests) {
        return awaitAny(requests) != MPI.UNDEFINED;
    }

    static boolean allComplete(Request[] requests) {
        Engine engine = engine(requests);
        if (engine == null) {
            return true;
        }
        engine.enter();
        try {
            if (allDone(requests)) {
                return true;
            }
            engine.poll();
            return allDone(requests);
        } finally {
            engine.exit();
        }
    }

    private static boolean allDone(Request[] requests) {
        for (Request request : requests) {
            if (request != null && request.isActive() && !request.isDone()) {
                return false;
            }
        }
        return true;
    }

    static void retireAll(Request[] requests) {
        MPIException failure = null;
        for (int index = 0; index < requests.length; index++) {
            if (requests[index] != null) {
                try {
                    requests[index].retire();
                } catch (MPIException e) {
                    failure = first(failure, e, index, requests.length);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    static Status[] retireAllWithStatus(Request[] requests) {
        Status[] statuses = new Status[requests.length];
        MPIException failure = null;
        for (int index = 0; index < requests.length; index++) {
            try {
                statuses[index] =
                        requests[index] == null ? Status.empty(index) : requests[index].retireWithStatus(index);
            } catch (MPIException e) {
                failure = first(failure, e, index, requests.length);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return statuses;
    }

    static int[] retireSome(Request[] requests) {
        boolean[] done = done(requests);
        int[] indexes = new int[count(done)];
        MPIException failure = null;
        int at = 0;
        for (int index = 0; index < requests.length; index++) {
            if (done[index]) {
                indexes[at++] = index;
                try {
                    requests[index].retire();
                } catch (MPIException e) {
                    failure = first(failure, e, index, requests.length);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return indexes;
    }

    static Status[] retireSomeWithStatus(Request[] requests) {
        boolean[] done = done(requests);
        Status[] statuses = new Status[count(done)];
        MPIException failure = null;
        int at = 0;
        for (int index = 0; index < requests.length; index++) {
            if (done[index]) {
                try {
                    statuses[at++] = requests[index].retireWithStatus(index);
                } catch (MPIException e) {
                    failure = first(failure, e, index, requests.length);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return statuses;
    }

    private static boolean[] done(Request[] requests) {
        boolean[] done = new boolean[requests.length];
        Engine engine = engine(requests);
        engine.enter();
        try {
            for (int index = 0; index < requests.length; index++) {
                done[index] = requests[index] != null && requests[index].isActive() && requests[index].isDone();
            }
        } finally {
            engine.exit();
        }
        return done;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    private static MPIException first(MPIException failure, MPIException latest, int index, int length) {
        return failure != null
                ? failure
                : new MPIException(
                        null,
                        MPI.ERR_IN_STATUS,
                        "request " + index + " of " + length + ": " + latest.getMessage(),
                        latest);
    }
}
