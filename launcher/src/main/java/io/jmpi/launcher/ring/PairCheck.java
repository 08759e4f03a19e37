package io.jmpi.launcher.ring;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Whether one host can connect to another one on some port, and bytes get there and back. */
final class PairCheck {

    private static final byte[] WORD = "jmpdcheck".getBytes(StandardCharsets.US_ASCII);
    private static final int MILLIS = 10_000;

    private final Terminal terminal;

    PairCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    int serve() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            terminal.out("waiting on port " + server.getLocalPort() + "; now run on the other host:");
            terminal.out("jmpdcheck -c " + ThisHostCheck.hostName() + " " + server.getLocalPort());
            try (Socket socket = server.accept()) {
                socket.setSoTimeout(MILLIS);
                byte[] word = socket.getInputStream().readNBytes(WORD.length);
                socket.getOutputStream().write(word);
                terminal.out("reached by " + socket.getRemoteSocketAddress());
            }
        }
        return 0;
    }

    int connect(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), MILLIS);
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream().write(WORD);
            InputStream in = socket.getInputStream();
            if (!java.util.Arrays.equals(WORD, in.readNBytes(WORD.length))) {
                terminal.err("jmpdcheck: somebody else listens at " + host + " port " + port);
                return CommandException.FAILED;
            }
            terminal.out("reached " + socket.getRemoteSocketAddress() + " from " + socket.getLocalSocketAddress());
            return 0;
        } catch (IOException e) {
            throw new IOException("cannot reach " + host + " port " + port + ": " + e.getMessage()
                    + "; is jmpdcheck -s running there, and is there a firewall between?");
        }
    }
}
