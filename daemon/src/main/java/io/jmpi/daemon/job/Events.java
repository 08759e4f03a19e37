package io.jmpi.daemon.job;

import io.jmpi.daemon.control.Advanced;
import io.jmpi.daemon.control.Ended;
import io.jmpi.daemon.control.Failed;
import io.jmpi.daemon.control.FromPart;
import io.jmpi.daemon.control.PortOfRank;
import io.jmpi.daemon.control.Progress;
import io.jmpi.daemon.control.Ready;
import io.jmpi.daemon.control.Started;
import io.jmpi.daemon.supervise.PartEvent;
import io.jmpi.job.RankState;

/** Events of a part on the wire. Output is not among them: it never waits in a queue. */
final class Events {

    private static final RankState[] STATES = RankState.values();

    private Events() {}

    static FromPart encode(int node, PartEvent event) {
        FromPart.Builder message = FromPart.newBuilder().setNode(node);
        if (event instanceof PartEvent.Ready ready) {
            message.setReady(Ready.newBuilder()
                    .setProcessors(ready.processors())
                    .setSegment(ready.segment())
                    .setRingBytes(ready.ringBytes()));
        } else if (event instanceof PartEvent.Detail detail) {
            message.setDetail(detail.text());
        } else if (event instanceof PartEvent.Failed failed) {
            message.setFailed(Failed.newBuilder().setStatus(failed.status()).setMessage(failed.message()));
        } else if (event instanceof PartEvent.Started started) {
            message.setStarted(Started.newBuilder().setRank(started.rank()).setPid(started.pid()));
        } else if (event instanceof PartEvent.Advanced advanced) {
            message.setAdvanced(Advanced.newBuilder().setRank(advanced.rank()).setProgress(encode(advanced.state())));
        } else if (event instanceof PartEvent.Listening listening) {
            message.setListening(
                    PortOfRank.newBuilder().setRank(listening.rank()).setPort(listening.port()));
        } else if (event instanceof PartEvent.Ended ended) {
            message.setEnded(Ended.newBuilder()
                    .setRank(ended.rank())
                    .setStatus(ended.status())
                    .setProgress(encode(ended.state()))
                    .setAbortCode(ended.abortCode()));
        } else if (event instanceof PartEvent.OutputEnded ended) {
            message.setOutputEnded(ended.rank());
        } else if (event instanceof PartEvent.OutputLost) {
            message.setOutputLost(true);
        } else if (event instanceof PartEvent.StageTaken taken) {
            message.setStageTaken(taken.bytes());
        } else if (event instanceof PartEvent.InputTaken taken) {
            message.setInputTaken((int) taken.bytes());
        } else if (event instanceof PartEvent.InputClosed) {
            message.setInputClosed(true);
        } else if (event instanceof PartEvent.Signalled signalled) {
            message.setSignalled(signalled.name());
        } else if (event instanceof PartEvent.Finished) {
            message.setFinished(true);
        } else if (event instanceof PartEvent.Lost lost) {
            message.setLost(lost.cause());
        } else {
            throw new IllegalArgumentException(event.toString());
        }
        return message.build();
    }

    /** @throws IllegalArgumentException when the message holds no event of a part */
    static PartEvent decode(FromPart message) {
        switch (message.getEventCase()) {
            case READY:
                Ready ready = message.getReady();
                return new PartEvent.Ready(ready.getProcessors(), ready.getSegment(), ready.getRingBytes());
            case DETAIL:
                return new PartEvent.Detail(message.getDetail());
            case FAILED:
                return new PartEvent.Failed(
                        message.getFailed().getStatus(), message.getFailed().getMessage());
            case STARTED:
                return new PartEvent.Started(
                        message.getStarted().getRank(), message.getStarted().getPid());
            case ADVANCED:
                Advanced advanced = message.getAdvanced();
                return new PartEvent.Advanced(advanced.getRank(), decode(advanced.getProgress()));
            case LISTENING:
                return new PartEvent.Listening(
                        message.getListening().getRank(), message.getListening().getPort());
            case ENDED:
                Ended ended = message.getEnded();
                return new PartEvent.Ended(
                        ended.getRank(), ended.getStatus(), decode(ended.getProgress()), ended.getAbortCode());
            case OUTPUT_ENDED:
                return new PartEvent.OutputEnded(message.getOutputEnded());
            case OUTPUT_LOST:
                return new PartEvent.OutputLost();
            case STAGE_TAKEN:
                return new PartEvent.StageTaken(message.getStageTaken());
            case INPUT_TAKEN:
                return new PartEvent.InputTaken(message.getInputTaken());
            case INPUT_CLOSED:
                return new PartEvent.InputClosed();
            case SIGNALLED:
                return new PartEvent.Signalled(message.getSignalled());
            case FINISHED:
                return new PartEvent.Finished();
            case LOST:
                return new PartEvent.Lost(message.getLost());
            default:
                throw new IllegalArgumentException("no event of a part: " + message.getEventCase());
        }
    }

    private static Progress encode(RankState state) {
        return Progress.forNumber(state.ordinal());
    }

    private static RankState decode(Progress progress) {
        if (progress == Progress.UNRECOGNIZED) {
            throw new IllegalArgumentException("a rank has come to where nobody knows");
        }
        return STATES[progress.getNumber()];
    }
}
