package io.jmpi.tcp;

import java.io.IOException;

/** Who has made an {@link Attempt}, and hears what becomes of it. */
interface Caller {

    /** The peer has answered, and is about to be told who calls. */
    void onAnswer(Attempt attempt);

    /** @param verdict see {@link Handshake} */
    void onVerdict(Attempt attempt, int verdict);

    void onFailed(Attempt attempt, IOException reason);
}
