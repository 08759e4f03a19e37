package io.jmpi.offload;

import io.jmpi.data.Element;

/** The part of an {@link Accelerator} that makes arrays of each kind. */
abstract class ArrayMaker {

    ArrayMaker() {}

    /**
     * The device.
     *
     * @return what was opened
     */
    public abstract Device device();

    abstract DeviceMemory memory(Element element, int length);

    /**
     * An array of floats, with anything in it.
     *
     * @param length elements, 1 or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceFloats floats(int length) {
        return new DeviceFloats(memory(Element.FLOAT, length));
    }

    /**
     * An array of doubles, with anything in it.
     *
     * @param length elements, 1 or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it, or does not compute with doubles
     */
    public DeviceDoubles doubles(int length) {
        if (!device().hasDoubles()) {
            throw new OffloadException(device() + " does not compute with doubles; use floats, or another device");
        }
        return new DeviceDoubles(memory(Element.DOUBLE, length));
    }

    /**
     * An array of ints, with anything in it.
     *
     * @param length elements, 1 or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceInts ints(int length) {
        return new DeviceInts(memory(Element.INT, length));
    }

    /**
     * An array of longs, with anything in it.
     *
     * @param length elements, 1 or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceLongs longs(int length) {
        return new DeviceLongs(memory(Element.LONG, length));
    }

    /**
     * An array of bytes, with anything in it.
     *
     * @param length elements, 1 or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceBytes bytes(int length) {
        return new DeviceBytes(memory(Element.BYTE, length));
    }

    /**
     * An array on the device with the same elements.
     *
     * @param source what to copy, one element or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceFloats copyOf(float... source) {
        DeviceFloats copy = floats(source.length);
        copy.write(source);
        return copy;
    }

    /**
     * An array on the device with the same elements.
     *
     * @param source what to copy, one element or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it, or does not compute with doubles
     */
    public DeviceDoubles copyOf(double... source) {
        DeviceDoubles copy = doubles(source.length);
        copy.write(source);
        return copy;
    }

    /**
     * An array on the device with the same elements.
     *
     * @param source what to copy, one element or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceInts copyOf(int... source) {
        DeviceInts copy = ints(source.length);
        copy.write(source);
        return copy;
    }

    /**
     * An array on the device with the same elements.
     *
     * @param source what to copy, one element or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceLongs copyOf(long... source) {
        DeviceLongs copy = longs(source.length);
        copy.write(source);
        return copy;
    }

    /**
     * An array on the device with the same elements.
     *
     * @param source what to copy, one element or more
     * @return to be closed by the caller
     * @throws OffloadException when the device has no room for it
     */
    public DeviceBytes copyOf(byte... source) {
        DeviceBytes copy = bytes(source.length);
        copy.write(source);
        return copy;
    }
}
