package io.jmpi.offload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * What the compiler has made of a program, and its kernels' parameters, which drivers forget when they load it again.
 *
 * <pre>
 *   magic  kernels  { name  parameters  { type  name  address } }  length  binary  CRC-32 of all before
 * </pre>
 */
record CompiledProgram(byte[] binary, Map<String, List<Declaration>> kernels) {

    private static final int MAGIC = 0x4a4d5002;
    private static final int CHECK = Long.BYTES;

    byte[] toBytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(MAGIC);
            out.writeInt(kernels.size());
            for (Map.Entry<String, List<Declaration>> kernel : kernels.entrySet()) {
                out.writeUTF(kernel.getKey());
                out.writeInt(kernel.getValue().size());
                for (Declaration parameter : kernel.getValue()) {
                    out.writeUTF(parameter.type());
                    out.writeUTF(parameter.name());
                    out.writeInt(parameter.address());
                }
            }
            out.writeInt(binary.length);
            out.write(binary);
            out.writeLong(check(bytes.toByteArray(), bytes.size()));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e); // memory does not fail
        }
    }

    /** @throws IOException when they are not what {@link #toBytes} has made */
    static CompiledProgram of(byte[] bytes) throws IOException {
        int length = bytes.length - CHECK;
        if (length < 0) {
            throw new IOException("too short");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        DataInputStream end = new DataInputStream(new ByteArrayInputStream(bytes, length, CHECK));
        if (end.readLong() != check(bytes, length) || in.readInt() != MAGIC) {
            throw new IOException("damaged");
        }
        Map<String, List<Declaration>> kernels = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            List<Declaration> parameters = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                parameters.add(new Declaration(in.readUTF(), in.readUTF(), in.readInt()));
            }
            kernels.put(name, parameters);
        }
        return new CompiledProgram(in.readNBytes(in.readInt()), kernels);
    }

    private static long check(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
