package io.jmpi.data;

import java.nio.ByteBuffer;

/** Products of complex numbers, each two floats or doubles. */
public final class ComplexProduct extends StagedReduction {

    private final boolean doubles;

    /** @param doubles whether the parts are doubles, rather than floats */
    public ComplexProduct(boolean doubles) {
        super(2 * (doubles ? Double.BYTES : Float.BYTES));
        this.doubles = doubles;
    }

    @Override
    void combine(ByteBuffer in, ByteBuffer inOut, int at) {
        if (doubles) {
            int imaginary = at + Double.BYTES;
            double a = in.getDouble(at);
            double b = in.getDouble(imaginary);
            double c = inOut.getDouble(at);
            double d = inOut.getDouble(imaginary);
            inOut.putDouble(at, a * c - b * d);
            inOut.putDouble(imaginary, a * d + b * c);
        } else {
            int imaginary = at + Float.BYTES;
            float a = in.getFloat(at);
            float b = in.getFloat(imaginary);
            float c = inOut.getFloat(at);
            float d = inOut.getFloat(imaginary);
            inOut.putFloat(at, a * c - b * d);
            inOut.putFloat(imaginary, a * d + b * c);
        }
    }
}
