package io.jmpi.offload.blas;

/** What the matrices hold. */
enum Real {
    FLOAT("float", Float.BYTES),
    DOUBLE("double", Double.BYTES);

    private final String word;
    private final int bytes;

    Real(String word, int bytes) {
        this.word = word;
        this.bytes = bytes;
    }

    /** Its name in OpenCL C. */
    String word() {
        return word;
    }

    int bytes() {
        return bytes;
    }

    /** A vector's name in OpenCL C. */
    String vector(int width) {
        return width == 1 ? word : word + width;
    }
}
