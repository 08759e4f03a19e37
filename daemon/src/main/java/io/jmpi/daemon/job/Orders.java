package io.jmpi.daemon.job;

import com.google.protobuf.ByteString;
import io.jmpi.daemon.control.Finish;
import io.jmpi.daemon.control.PortOfRank;
import io.jmpi.daemon.control.Stage;
import io.jmpi.daemon.control.ToPart;
import io.jmpi.daemon.supervise.PartOrder;

/** Orders to a part on the wire. */
final class Orders {

    private Orders() {}

    static ToPart encode(int node, PartOrder order) {
        ToPart.Builder message = ToPart.newBuilder().setNode(node);
        if (order instanceof PartOrder.Signal signal) {
            message.setSignal(signal.name());
        } else if (order instanceof PartOrder.Clear clear) {
            message.setClear(clear.rank());
        } else if (order instanceof PartOrder.Bury bury) {
            message.setBury(bury.rank());
        } else if (order instanceof PartOrder.Connect connect) {
            message.setConnect(PortOfRank.newBuilder().setRank(connect.rank()).setPort(connect.port()));
        } else if (order instanceof PartOrder.Feed feed) {
            message.setFeed(ByteString.copyFrom(feed.bytes()));
        } else if (order instanceof PartOrder.EndInput) {
            message.setEndInput(true);
        } else if (order instanceof PartOrder.Stage stage) {
            message.setStage(Stage.newBuilder()
                    .setName(stage.name())
                    .setExecutable(stage.executable())
                    .setBytes(ByteString.copyFrom(stage.bytes())));
        } else if (order instanceof PartOrder.EndStage) {
            message.setEndStage(true);
        } else if (order instanceof PartOrder.Credit credit) {
            message.setCredit(credit.bytes());
        } else if (order instanceof PartOrder.Finish finish) {
            message.setFinish(Finish.newBuilder().setForce(finish.force()));
        } else {
            throw new IllegalArgumentException(order.toString());
        }
        return message.build();
    }

    /** @throws IllegalArgumentException when the message holds no order for a part */
    static PartOrder decode(ToPart message) {
        switch (message.getOrderCase()) {
            case SIGNAL:
                return new PartOrder.Signal(message.getSignal());
            case CLEAR:
                return new PartOrder.Clear(message.getClear());
            case BURY:
                return new PartOrder.Bury(message.getBury());
            case CONNECT:
                return new PartOrder.Connect(
                        message.getConnect().getRank(), message.getConnect().getPort());
            case FEED:
                return new PartOrder.Feed(message.getFeed().toByteArray());
            case END_INPUT:
                return new PartOrder.EndInput();
            case STAGE:
                return new PartOrder.Stage(
                        message.getStage().getName(),
                        message.getStage().getExecutable(),
                        message.getStage().getBytes().toByteArray());
            case END_STAGE:
                return new PartOrder.EndStage();
            case CREDIT:
                return new PartOrder.Credit(message.getCredit());
            case FINISH:
                return new PartOrder.Finish(message.getFinish().getForce());
            default:
                throw new IllegalArgumentException("no order for a part: " + message.getOrderCase());
        }
    }
}
