package io.jmpi.daemon.console;

/** Closes a link unless told in time not to: whoever waits for something there fails then. */
final class Watchdog extends Thread {

    private final ConsoleClient client;
    private final long millis;

    Watchdog(ConsoleClient client, long millis) {
        super("watchdog");
        this.client = client;
        this.millis = millis;
        setDaemon(true);
        start();
    }

    @Override
    public void run() {
        try {
            Thread.sleep(millis);
            client.close();
        } catch (InterruptedException e) {
            // All is well.
        }
    }

    void close() {
        interrupt();
    }
}
