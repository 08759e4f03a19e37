package io.jmpi.offload;

import java.util.Locale;

/** What a reduction can result in. */
enum ResultType {
    FLOAT,
    DOUBLE,
    INT,
    LONG;

    static ResultType of(String word) {
        for (ResultType type : values()) {
            if (type.word().equals(word.strip())) {
                return type;
            }
        }
        throw new OffloadException("a reduction results in a float, double, int or long, not in a " + word);
    }

    /** As the source has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    DeviceArray array(Accelerator accelerator, int length) {
        return switch (this) {
            case FLOAT -> accelerator.floats(length);
            case DOUBLE -> accelerator.doubles(length);
            case INT -> accelerator.ints(length);
            case LONG -> accelerator.longs(length);
        };
    }

    LocalMemory local(int length) {
        return switch (this) {
            case FLOAT -> LocalMemory.ofFloats(length);
            case DOUBLE -> LocalMemory.ofDoubles(length);
            case INT -> LocalMemory.ofInts(length);
            case LONG -> LocalMemory.ofLongs(length);
        };
    }

    /** The first element of such an array. */
    static Number first(DeviceArray array) {
        if (array instanceof DeviceFloats floats) {
            return floats.toArray()[0];
        }
        if (array instanceof DeviceDoubles doubles) {
            return doubles.toArray()[0];
        }
        return array instanceof DeviceInts ints
                ? (Number) ints.toArray()[0]
                : (Number) ((DeviceLongs) array).toArray()[0];
    }
}
