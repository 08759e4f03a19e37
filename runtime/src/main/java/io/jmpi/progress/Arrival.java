package io.jmpi.progress;

import io.jmpi.data.Wire;
import io.jmpi.transport.Landing;
import java.nio.ByteBuffer;

/** A long record on its way into the memory of its receive. There is one for each peer, used again and again. */
final class Arrival extends Landing {

    private final Slots<ReceiveOperation> receives;
    private ReceiveOperation receive;
    private ByteBuffer memory;
    private int id;
    private boolean whole;
    private int left;

    Arrival(Slots<ReceiveOperation> receives) {
        this.receives = receives;
    }

    /** A piece of a message begins to arrive, for the receive of a number. */
    Landing ofPiece(int receiveId, int length) {
        id = receiveId;
        whole = false;
        return begin(receives.get(receiveId), length);
    }

    /** A whole message begins to arrive, whose receive has {@linkplain ReceiveOperation#expect met} it. */
    Landing ofMessage(ReceiveOperation matched, int length) {
        whole = true;
        return begin(matched, length);
    }

    private Landing begin(ReceiveOperation operation, int length) {
        receive = operation;
        left = length;
        memory = operation.directFor(length);
        return this;
    }

    @Override
    public ByteBuffer memory() {
        return memory;
    }

    @Override
    public int at() {
        return receive.directAt();
    }

    @Override
    public void onLanded(int length) {
        came(length, receive.received(length));
    }

    @Override
    public void onPiece(Wire wire, int at, int length) {
        came(length, receive.takeNext(wire, at, length));
    }

    private void came(int length, boolean complete) {
        left -= length;
        if (whole ? left == 0 : complete) {
            if (!whole) {
                receives.remove(id);
            }
            receive.finishExpected();
        }
        if (left == 0) {
            receive = null;
            memory = null;
        }
    }
}
