package io.jmpi.launcher;

/** Lines of a rank's output, each begun with its label: "3: text". */
final class LabelledLines {

    private final byte[] bytes;
    private int length;

    /** @param continued whether the text begins in the middle of a line, the label of which has been written */
    LabelledLines(byte[] label, boolean continued, byte[] text, int offset, int count) {
        int lines = 1;
        for (int i = offset; i < offset + count; i++) {
            if (text[i] == '\n') {
                lines++;
            }
        }
        bytes = new byte[count + lines * label.length];
        boolean atStart = !continued;
        for (int i = offset; i < offset + count; i++) {
            if (atStart) {
                System.arraycopy(label, 0, bytes, length, label.length);
                length += label.length;
            }
            bytes[length++] = text[i];
            atStart = text[i] == '\n';
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
