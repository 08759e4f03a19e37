package io.jmpi.daemon.job;

import com.google.protobuf.ByteString;
import io.jmpi.daemon.control.Ended;
import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.FromPart;
import io.jmpi.daemon.control.JobAccepted;
import io.jmpi.daemon.control.JobDescription;
import io.jmpi.daemon.control.Output;
import io.jmpi.daemon.control.Ready;
import io.jmpi.daemon.control.Started;
import io.jmpi.daemon.control.ToPart;
import io.jmpi.daemon.head.Nodes;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** A ring of one host without a daemon, which does what its launcher expects, so that the launcher's classes get loaded. */
public final class Rehearsal implements Connection {

    private final LinkedBlockingQueue<Frame> answers = new LinkedBlockingQueue<>();

    private Rehearsal() {}

    /** The one node of a ring that runs nothing. */
    public static Nodes nodes() {
        return new RemoteNodes(new Rehearsal(), List.of("here_1"));
    }

    @Override
    public void send(Frame sent) throws IOException {
        Frame frame = Frame.parseFrom(sent.toByteArray());
        if (frame.hasJobStart()) {
            play(frame.getJobStart().getJob());
        } else if (frame.getToPart().getOrderCase() == ToPart.OrderCase.FINISH) {
            answer(FromPart.newBuilder().setFinished(true));
        }
    }

    private void play(JobDescription job) throws IOException {
        Descriptions.decode(job);
        JobAccepted accepted = JobAccepted.newBuilder().setName("1@here_1").build();
        add(Frame.newBuilder().setJobAccepted(accepted).build());
        answer(FromPart.newBuilder().setReady(Ready.newBuilder().setSegment("none")));
        answer(FromPart.newBuilder().setStarted(Started.newBuilder().setPid(1)));
        answer(FromPart.newBuilder().setOutput(Output.newBuilder().setBytes(ByteString.copyFromUtf8("\n"))));
        answer(FromPart.newBuilder().setEnded(Ended.getDefaultInstance()));
        answer(FromPart.newBuilder().setOutputEnded(0));
    }

    private void answer(FromPart.Builder message) throws IOException {
        add(Frame.newBuilder().setFromPart(message).build());
    }

    /** As if it came over a wire. */
    private void add(Frame frame) throws IOException {
        answers.add(Frame.parseFrom(frame.toByteArray()));
    }

    @Override
    public Frame receive() throws IOException {
        try {
            return answers.take();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {}
}
