package io.jmpi.it.programs;

import java.util.Random;
import java.util.zip.CRC32;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Request;
import mpi.Status;

/**
 * Random messages of random lengths between ranks 0 and 1, in both directions at once, while the other ranks keep the
 * processors busy. Each message carries its number and its checksum.
 */
public final class StressProgram {

    private static final int HEADER = 12;
    private static final int LONGEST = 70_000;
    private static final int WINDOW = 32;
    private static final int END = 1;

    private StressProgram() {}

    /**
     * @param args number of messages in each direction, and the seed
     */
    public static void main(String[] args) {
        MPI.Init(args);
        Intracomm world = MPI.COMM_WORLD;
        int count = Integer.parseInt(args[0]);
        if (world.getRank() > 1) {
            while (world.iProbe(0, END) == null) {
                Thread.onSpinWait();
            }
            world.recv(new byte[0], 0, END);
        } else {
            exchange(world, count, new Random(Long.parseLong(args[1]) + world.getRank()));
            for (int rank = 2; rank < world.getSize() && world.getRank() == 0; rank++) {
                world.send(new byte[0], rank, END);
            }
        }
        MPI.Finalize();
    }

    private static void exchange(Intracomm world, int count, Random random) {
        int peer = 1 - world.getRank();
        Request[] sends = new Request[WINDOW];
        byte[] got = new byte[LONGEST];
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            if (sends[i % WINDOW] != null) {
                sends[i % WINDOW].waitFor();
            }
            byte[] message = message(i, random);
            sends[i % WINDOW] =
                    random.nextInt(10) == 0 ? world.isSend(message, peer, 0) : world.iSend(message, peer, 0);
            if (i >= WINDOW / 2) {
                bytes += receive(world, peer, got, i - WINDOW / 2);
            }
        }
        for (int i = Math.max(0, count - WINDOW / 2); i < count; i++) {
            bytes += receive(world, peer, got, i);
        }
        for (Request send : sends) {
            if (send != null) {
                send.waitFor();
            }
        }
        System.out.println("received " + count + " messages with " + bytes + " bytes");
    }

    private static byte[] message(int number, Random random) {
        int length = HEADER + random.nextInt(1 << random.nextInt(17));
        byte[] message = new byte[Math.min(length, LONGEST)];
        random.nextBytes(message);
        putInt(message, 0, number);
        putInt(message, 4, message.length);
        putInt(message, 8, checksum(message, message.length));
        return message;
    }

    private static int receive(Intracomm world, int peer, byte[] got, int number) {
        Status status = world.recv(got, peer, 0);
        int length = status.getCount(MPI.BYTE);
        Check.same(number, getInt(got, 0), "number");
        Check.same(length, getInt(got, 4), "length");
        Check.same(checksum(got, length), getInt(got, 8), "checksum of message " + number + ", " + length + " bytes");
        return length;
    }

    private static int checksum(byte[] message, int length) {
        CRC32 crc = new CRC32();
        crc.update(message, 0, 8);
        crc.update(message, HEADER, length - HEADER);
        return (int) crc.getValue();
    }

    private static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }

    private static int getInt(byte[] bytes, int at) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value |= (bytes[at + i] & 0xff) << 8 * i;
        }
        return value;
    }
}
