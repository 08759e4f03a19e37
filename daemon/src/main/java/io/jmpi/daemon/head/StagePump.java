package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.PartOrder;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** The thread that copies files to all nodes before their ranks start. */
final class StagePump extends Thread {

    private static final int WINDOW = 1 << 18;
    private static final int PIECE = 1 << 16;

    private final List<StagedFile> files;
    private final Window window;
    private final NodesListener listener;

    /** @param receivers all nodes */
    StagePump(List<StagedFile> files, Nodes nodes, boolean[] receivers, NodesListener listener) {
        super(null, null, "stage", 0, false);
        this.files = files;
        this.window = new Window(nodes, receivers, WINDOW);
        this.listener = listener;
        setDaemon(true);
    }

    /** Is to be told what nodes have taken. */
    Window window() {
        return window;
    }

    @Override
    public void run() {
        try {
            for (StagedFile file : files) {
                copy(file);
            }
            window.send(new PartOrder.EndStage(), 0);
        } catch (IOException e) {
            listener.onEndWanted("a file that cannot be staged (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(StagedFile staged) throws IOException, InterruptedException {
        File file = staged.file();
        byte[] piece = new byte[PIECE];
        try (InputStream in = new FileInputStream(file)) {
            int count = in.read(piece);
            do {
                byte[] bytes = Arrays.copyOf(piece, Math.max(0, count));
                if (!window.awaitRoom(bytes.length)) {
                    return;
                }
                window.send(new PartOrder.Stage(staged.name(), file.canExecute(), bytes), bytes.length);
                count = in.read(piece);
            } while (count > 0);
        }
    }
}
