package io.jmpi.daemon.net;

import com.google.protobuf.InvalidProtocolBufferException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;

/** Why a link is gone, in words for the user. */
final class Reasons {

    private Reasons() {}

    static String inWords(Throwable thrown) {
        Throwable cause = thrown;
        if (cause instanceof DecoderException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ConnectTimeoutException) {
            return "no answer to the attempt to connect";
        } else if (cause instanceof BindException) {
            return "somebody listens there already, or it is not this host's";
        } else if (cause instanceof ConnectException) {
            return "connection refused";
        } else if (cause instanceof TooLongFrameException) {
            return "a frame larger than " + Framing.MAX_FRAME + " bytes";
        } else if (cause instanceof InvalidProtocolBufferException || cause instanceof CorruptedFrameException) {
            return "a frame that cannot be read";
        } else if (cause instanceof NotSslRecordException) {
            return "does not speak TLS";
        } else if (cause instanceof SslHandshakeTimeoutException) {
            return "did not finish the TLS handshake in time";
        } else if (cause instanceof ClosedChannelException || cause instanceof SocketException) {
            // A reset comes in several wordings.
            return "closed by the other side";
        }
        String message = cause.getMessage();
        if (cause instanceof SSLException && message != null) {
            return message.contains("fatal alert") ? "it does not accept our credential (" + message + ")" : message;
        }
        return message == null ? cause.toString() : message;
    }
}
