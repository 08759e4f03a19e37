package mpi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The layout of records in a buffer of bytes, and access to them. A program extends it with fields, and its {@link Data}
 * with the methods that get and put them:
 *
 * <pre>
 * final class Particle extends Struct {
 *     private final int mass = addDouble(), place = addDouble(3);
 *
 *     final class Data extends Struct.Data {
 *         double mass() { return getDouble(mass); }
 *         void place(int axis, double value) { putDouble(place, axis, value); }
 *     }
 *
 *     protected Data newData() { return new Data(); }
 * }
 * </pre>
 *
 * Fields follow each other without gaps; {@link #setOffset} leaves one. The first use of the datatype or of data ends the
 * definition. Defined by one thread; then may be used from any.
 */
public abstract class Struct {

    private int[] offsets = new int[4];
    private int[] lengths = new int[4];
    private Datatype[] types = new Datatype[4];
    private int fields;
    private int extent;
    private Datatype type;

    /** A struct without fields. */
    protected Struct() {}

    /**
     * The distance of two records in a buffer. As in C it is padded to a multiple of the largest element, unless
     * that is within a resized type.
     *
     * @return bytes
     * @throws MPIException when a field's type cannot be used
     */
    public final int getExtent() throws MPIException {
        define();
        return extent;
    }

    /**
     * The datatype of records, committed.
     *
     * @return always the same
     * @throws MPIException when a field's type cannot be used
     */
    public final Datatype getType() throws MPIException {
        define();
        return type;
    }

    private void define() {
        if (type == null) {
            offsets = Arrays.copyOf(offsets, fields);
            lengths = Arrays.copyOf(lengths, fields);
            types = Arrays.copyOf(types, fields);
            Datatype made = Datatype.createStruct(lengths, offsets, types);
            made.commit();
            extent = made.getExtent();
            type = made;
        }
    }

    /** For predefined types: the same datatype, by another name. */
    final Datatype predefined(String name) {
        define();
        type = type.predefined(name);
        return type;
    }

    /**
     * Access to the first record of a buffer.
     *
     * @param <T> what {@link #newData} makes
     * @param buffer the buffer; its order must be the machine's where records are sent and received
     * @return the access
     * @throws MPIException when a field's type cannot be used
     */
    public final <T extends Data> T getData(ByteBuffer buffer) throws MPIException {
        return getData(buffer, 0);
    }

    /**
     * Access to a record of a buffer.
     *
     * @param <T> what {@link #newData} makes
     * @param buffer the buffer; its order must be the machine's where records are sent and received
     * @param index which record, from 0 on
     * @return the access
     * @throws MPIException when a field's type cannot be used
     */
    public final <T extends Data> T getData(ByteBuffer buffer, int index) throws MPIException {
        return at(buffer, index * getExtent());
    }

    /**
     * Access to the first record of an array.
     *
     * @param <T> what {@link #newData} makes
     * @param array the array
     * @return the access
     * @throws MPIException when a field's type cannot be used
     */
    public final <T extends Data> T getData(byte[] array) throws MPIException {
        return getData(array, 0);
    }

    /**
     * Access to a record of an array.
     *
     * @param <T> what {@link #newData} makes
     * @param array the array
     * @param index which record, from 0 on
     * @return the access
     * @throws MPIException when a field's type cannot be used
     */
    public final <T extends Data> T getData(byte[] array, int index) throws MPIException {
        return getData(ByteBuffer.wrap(array).order(ByteOrder.nativeOrder()), index);
    }

    @SuppressWarnings("unchecked") // the program knows what its newData makes
    private <T extends Data> T at(ByteBuffer buffer, int place) {
        Data data = newData();
        data.buffer = buffer;
        data.place = place;
        return (T) data;
    }

    /**
     * Makes an object for access to a record.
     *
     * @return a new one
     */
    protected abstract Data newData();

    /**
     * Leaves a gap in front of the next field.
     *
     * @param offset where that begins, in bytes; not before the end of the fields so far
     * @return this
     */
    public final Struct setOffset(int offset) {
        refuseWhenDefined();
        if (offset < extent) {
            throw new MPIException(
                    MPI.ERR_ARG, "offset too small: offset=" + offset + ", the fields so far end at " + extent);
        }
        extent = offset;
        return this;
    }

    private int add(Datatype field, int bytes, int length) {
        refuseWhenDefined();
        if (length < 0) {
            throw new MPIException(MPI.ERR_ARG, "the length of a field must not be negative: " + length);
        }
        if (fields == types.length) {
            offsets = Arrays.copyOf(offsets, fields * 2);
            lengths = Arrays.copyOf(lengths, fields * 2);
            types = Arrays.copyOf(types, fields * 2);
        }
        int offset = extent;
        offsets[fields] = offset;
        lengths[fields] = length;
        types[fields] = field;
        fields++;
        extent += bytes * length;
        return offset;
    }

    private void refuseWhenDefined() {
        if (type != null) {
            throw new MPIException(MPI.ERR_ARG, "the struct is in use already; add all fields before that");
        }
    }

    /**
     * Adds a byte.
     *
     * @return the field's offset, by which it is accessed
     */
    public final int addByte() {
        return addByte(1);
    }

    /**
     * Adds an array of bytes.
     *
     * @param length number of bytes
     * @return the field's offset, by which it is accessed
     */
    public final int addByte(int length) {
        return add(MPI.BYTE, Byte.BYTES, length);
    }

    /**
     * Adds a char.
     *
     * @return the field's offset, by which it is accessed
     */
    public final int addChar() {
        return addChar(1);
    }

    /**
     * Adds an array of chars.
     *
     * @param length number of chars
     * @return the field's offset, by which it is accessed
     */
    public final int addChar(int length) {
        return add(MPI.CHAR, Character.BYTES, length);
    }

    /**
     * Adds a short.
     *
     * @return the field's offset, by which it is accessed
     */
    public final int addShort() {
        return addShort(1);
    }

    /**
     * Adds an array of shorts.
     *
     * @param length number of shorts
     * @return the field's offset, by which it is accessed
     */
    public final int addShort(int length) {
        return add(MPI.SHORT, Short.BYTES, length);
    }

    /**
     * Adds an int.
     *
     * @return the field's offset, by which it is accessed
     */
    public final int addInt() {
        return addInt(1);
    }

    /**
     * Adds an array of ints.
     *
     * @param length number of ints
     * @return the field's offset, by which it is accessed
     */
    public final int addInt(int length) {
        return add(MPI.INT, Integer.BYTES, length);
    }

    /**
     * Adds a long.
     *
     * @return the field's offset, by which it is accessed
     */
    public final int addLong() {
        return addLong(1);
    }

    /**
     * Adds an array of longs.
     *
     * @param length number of longs
     * @return the field's offset, by which it is accessed
     */
    public final int addLong(int length) {
        return add(MPI.LONG, Long.BYTES, length);
    }

    /**
     * Adds a float.
     *
     * @return the field's offset, by which it is accessed
     */
    public final int addFloat() {
        return addFloat(1);
    }

    /**
     * Adds an array of floats.
     *
     * @param length number of floats
     * @return the field's offset, by which it is accessed
     */
    public final int addFloat(int length) {
        return add(MPI.FLOAT, Float.BYTES, length);
    }

    /**
     * Adds a double.
     *
     * @return the field's offset, by which it is accessed
     */
    public final int addDouble() {
        return addDouble(1);
    }

    /**
     * Adds an array of doubles.
     *
     * @param length number of doubles
     * @return the field's offset, by which it is accessed
     */
    public final int addDouble(int length) {
        return add(MPI.DOUBLE, Double.BYTES, length);
    }

    /**
     * Adds a record of another struct.
     *
     * @param struct the other one
     * @return the field's offset, by which it is accessed
     * @throws MPIException when a field's type cannot be used
     */
    public final int addStruct(Struct struct) throws MPIException {
        return addStruct(struct, 1);
    }

    /**
     * Adds an array of records of another struct.
     *
     * @param struct the other one
     * @param length number of records
     * @return the field's offset, by which it is accessed
     * @throws MPIException when a field's type cannot be used
     */
    public final int addStruct(Struct struct, int length) throws MPIException {
        return add(struct.getType(), struct.getExtent(), length);
    }

    /**
     * Adds a field of any type.
     *
     * @param type the type
     * @return the field's offset, by which it is accessed
     * @throws MPIException when the type is null
     */
    public final int addData(Datatype type) throws MPIException {
        return addData(type, 1);
    }

    /**
     * Adds an array of any type.
     *
     * @param type the type
     * @param length number of items
     * @return the field's offset, by which it is accessed
     * @throws MPIException when the type is null
     */
    public final int addData(Datatype type, int length) throws MPIException {
        return add(type, type.getExtent() * type.baseSize(), length);
    }

    /** Checks that a field is what it is accessed as. */
    private boolean isField(int offset, int index, Datatype accessed) {
        for (int field = 0; field < offsets.length; field++) {
            if (offsets[field] == offset && types[field] == accessed) {
                return index >= 0 && index < lengths[field];
            }
        }
        return false;
    }

    /**
     * Access to one record in a buffer. Not for several threads at a time where one puts.
     *
     * <p>A field is given by its offset. With assertions on ({@code -ea}) it is checked that there is such a field, of the
     * type in the method's name.
     */
    public abstract class Data {

        private static final String NO_SUCH_FIELD = "the struct has no such field of this type and length";

        private ByteBuffer buffer;
        private int place;

        /** Made by {@link Struct#newData}. */
        protected Data() {}

        /**
         * The record as something to send or to receive into.
         *
         * @return a buffer that begins with the record and shares its memory
         */
        public final ByteBuffer getBuffer() {
            return part(place);
        }

        private ByteBuffer part(int from) {
            return from == 0 ? buffer : MPI.slice(buffer, from);
        }

        /**
         * Gets a byte.
         *
         * @param field the field's offset
         * @return its value
         */
        protected final byte getByte(int field) {
            return getByte(field, 0);
        }

        /**
         * Gets a byte of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @return its value
         */
        protected final byte getByte(int field, int index) {
            assert isField(field, index, MPI.BYTE) : NO_SUCH_FIELD;
            return buffer.get(place + field + index);
        }

        /**
         * Puts a byte.
         *
         * @param field the field's offset
         * @param v its value
         */
        protected final void putByte(int field, byte v) {
            putByte(field, 0, v);
        }

        /**
         * Puts a byte of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @param v its value
         */
        protected final void putByte(int field, int index, byte v) {
            assert isField(field, index, MPI.BYTE) : NO_SUCH_FIELD;
            buffer.put(place + field + index, v);
        }

        /**
         * Gets a char.
         *
         * @param field the field's offset
         * @return its value
         */
        protected final char getChar(int field) {
            return getChar(field, 0);
        }

        /**
         * Gets a char of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @return its value
         */
        protected final char getChar(int field, int index) {
            assert isField(field, index, MPI.CHAR) : NO_SUCH_FIELD;
            return buffer.getChar(place + field + index * Character.BYTES);
        }

        /**
         * Puts a char.
         *
         * @param field the field's offset
         * @param v its value
         */
        protected final void putChar(int field, char v) {
            putChar(field, 0, v);
        }

        /**
         * Puts a char of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @param v its value
         */
        protected final void putChar(int field, int index, char v) {
            assert isField(field, index, MPI.CHAR) : NO_SUCH_FIELD;
            buffer.putChar(place + field + index * Character.BYTES, v);
        }

        /**
         * Gets a short.
         *
         * @param field the field's offset
         * @return its value
         */
        protected final short getShort(int field) {
            return getShort(field, 0);
        }

        /**
         * Gets a short of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @return its value
         */
        protected final short getShort(int field, int index) {
            assert isField(field, index, MPI.SHORT) : NO_SUCH_FIELD;
            return buffer.getShort(place + field + index * Short.BYTES);
        }

        /**
         * Puts a short.
         *
         * @param field the field's offset
         * @param v its value
         */
        protected final void putShort(int field, short v) {
            putShort(field, 0, v);
        }

        /**
         * Puts a short of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @param v its value
         */
        protected final void putShort(int field, int index, short v) {
            assert isField(field, index, MPI.SHORT) : NO_SUCH_FIELD;
            buffer.putShort(place + field + index * Short.BYTES, v);
        }

        /**
         * Gets an int.
         *
         * @param field the field's offset
         * @return its value
         */
        protected final int getInt(int field) {
            return getInt(field, 0);
        }

        /**
         * Gets an int of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @return its value
         */
        protected final int getInt(int field, int index) {
            assert isField(field, index, MPI.INT) : NO_SUCH_FIELD;
            return buffer.getInt(place + field + index * Integer.BYTES);
        }

        /**
         * Puts an int.
         *
         * @param field the field's offset
         * @param v its value
         */
        protected final void putInt(int field, int v) {
            putInt(field, 0, v);
        }

        /**
         * Puts an int of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @param v its value
         */
        protected final void putInt(int field, int index, int v) {
            assert isField(field, index, MPI.INT) : NO_SUCH_FIELD;
            buffer.putInt(place + field + index * Integer.BYTES, v);
        }

        /**
         * Gets a long.
         *
         * @param field the field's offset
         * @return its value
         */
        protected final long getLong(int field) {
            return getLong(field, 0);
        }

        /**
         * Gets a long of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @return its value
         */
        protected final long getLong(int field, int index) {
            assert isField(field, index, MPI.LONG) : NO_SUCH_FIELD;
            return buffer.getLong(place + field + index * Long.BYTES);
        }

        /**
         * Puts a long.
         *
         * @param field the field's offset
         * @param v its value
         */
        protected final void putLong(int field, long v) {
            putLong(field, 0, v);
        }

        /**
         * Puts a long of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @param v its value
         */
        protected final void putLong(int field, int index, long v) {
            assert isField(field, index, MPI.LONG) : NO_SUCH_FIELD;
            buffer.putLong(place + field + index * Long.BYTES, v);
        }

        /**
         * Gets a float.
         *
         * @param field the field's offset
         * @return its value
         */
        protected final float getFloat(int field) {
            return getFloat(field, 0);
        }

        /**
         * Gets a float of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @return its value
         */
        protected final float getFloat(int field, int index) {
            assert isField(field, index, MPI.FLOAT) : NO_SUCH_FIELD;
            return buffer.getFloat(place + field + index * Float.BYTES);
        }

        /**
         * Puts a float.
         *
         * @param field the field's offset
         * @param v its value
         */
        protected final void putFloat(int field, float v) {
            putFloat(field, 0, v);
        }

        /**
         * Puts a float of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @param v its value
         */
        protected final void putFloat(int field, int index, float v) {
            assert isField(field, index, MPI.FLOAT) : NO_SUCH_FIELD;
            buffer.putFloat(place + field + index * Float.BYTES, v);
        }

        /**
         * Gets a double.
         *
         * @param field the field's offset
         * @return its value
         */
        protected final double getDouble(int field) {
            return getDouble(field, 0);
        }

        /**
         * Gets a double of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @return its value
         */
        protected final double getDouble(int field, int index) {
            assert isField(field, index, MPI.DOUBLE) : NO_SUCH_FIELD;
            return buffer.getDouble(place + field + index * Double.BYTES);
        }

        /**
         * Puts a double.
         *
         * @param field the field's offset
         * @param v its value
         */
        protected final void putDouble(int field, double v) {
            putDouble(field, 0, v);
        }

        /**
         * Puts a double of an array.
         *
         * @param field the field's offset
         * @param index which one
         * @param v its value
         */
        protected final void putDouble(int field, int index, double v) {
            assert isField(field, index, MPI.DOUBLE) : NO_SUCH_FIELD;
            buffer.putDouble(place + field + index * Double.BYTES, v);
        }

        /**
         * Access to a record within this one.
         *
         * @param <S> its struct's class
         * @param <D> what that struct's {@code newData} makes
         * @param struct its struct
         * @param field the field's offset
         * @return the access
         */
        protected final <S extends Struct, D extends Struct.Data> D getData(S struct, int field) {
            return getData(struct, field, 0);
        }

        /**
         * Access to a record of an array within this one.
         *
         * @param <S> its struct's class
         * @param <D> what that struct's {@code newData} makes
         * @param struct its struct
         * @param field the field's offset
         * @param index which record
         * @return the access
         */
        protected final <S extends Struct, D extends Struct.Data> D getData(S struct, int field, int index) {
            Struct inner = struct;
            assert isField(field, index, inner.type) : NO_SUCH_FIELD;
            return inner.at(buffer, place + field + index * inner.extent);
        }

        /**
         * A field as something to send or to receive into.
         *
         * @param type the field's type
         * @param field the field's offset
         * @return a buffer that begins with the field and shares its memory
         */
        protected final ByteBuffer getBuffer(Datatype type, int field) {
            assert isField(field, 0, type) : NO_SUCH_FIELD;
            return part(place + field);
        }

        /**
         * An item of an array as something to send or to receive into.
         *
         * @param type the array's type
         * @param field the field's offset
         * @param index which item
         * @return a buffer that begins with the item and shares its memory
         * @throws MPIException when the type is null
         */
        protected final ByteBuffer getBuffer(Datatype type, int field, int index) throws MPIException {
            assert isField(field, index, type) : NO_SUCH_FIELD;
            return part(place + field + index * type.getExtent() * type.baseSize());
        }
    }
}
