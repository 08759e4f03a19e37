package mpi;

import io.jmpi.data.Element;
import io.jmpi.data.Layout;
import io.jmpi.data.MappedMemory;
import io.jmpi.data.UserMemory;

/**
 * What the elements of a buffer are, and where they lie (MPI 4.1, chapter 5). The predefined ones are constants of
 * {@link MPI}; others are made of these and must be committed before they are used in communication.
 *
 * <p>Extents, bounds and sizes count elements of the predefined type that a type is made of, as indices of an array do;
 * bytes for types made by {@link #createStruct}. A type lies in a buffer of its elements, or in raw bytes. What has been
 * sent as one type can be received as any other with the same sequence of elements.
 *
 * <p>May be used from any thread, as long as none names, commits or frees it at the same time.
 */
public final class Datatype implements Freeable, Cloneable {

    private final Element element;
    private final Element base;
    private final boolean predefined;
    private final boolean elementary;
    private final boolean mapped;
    private final long first;
    private final long size;
    private final long extent;
    private Layout layout;
    private String name;
    private boolean ready;
    private boolean isNull;
    private Attributes attributes;

    /** A predefined type of one element. */
    Datatype(Element element, String name) {
        this.element = element;
        this.base = element;
        this.predefined = true;
        this.elementary = true;
        this.mapped = false;
        this.first = 0;
        this.size = element.size();
        this.extent = size;
        this.name = name;
        this.ready = true;
    }

    /** {@link MPI#DATATYPE_NULL}. */
    Datatype(String name) {
        this(Element.BYTE, name);
        this.ready = false;
        this.isNull = true;
    }

    /** A predefined type of several elements. */
    Datatype(Layout layout, Element base, String name) {
        this(layout, base, name, true);
    }

    private Datatype(Layout layout, Element base, String name, boolean predefined) {
        this.element = layout.element() == null ? Element.BYTE : layout.element();
        this.base = base;
        this.predefined = predefined;
        this.elementary = false;
        this.mapped = !layout.isContiguous();
        this.first = mapped ? 0 : layout.trueLowerBound();
        this.size = layout.size();
        this.extent = layout.extent();
        this.layout = layout;
        this.name = name;
        this.ready = predefined;
    }

    private static Datatype derived(Layout layout, Element base) {
        return new Datatype(layout, base, "", false);
    }

    /** The same type as a predefined one. */
    Datatype predefined(String newName) {
        return new Datatype(layout(), base, newName);
    }

    /** What a message of this type consists of: its elements, where they are all the same, otherwise bytes. */
    Element element() {
        return element;
    }

    /** Whether items have gaps or a layout of their own, so that a buffer must be seen through {@link #map}. */
    boolean isMapped() {
        return mapped;
    }

    /** Whether it is one of the types with one element. */
    boolean isElementary() {
        return elementary;
    }

    /** Whether it may be used in communication. */
    boolean isReady() {
        return ready;
    }

    /** Bytes of data in so many items. */
    long bytes(long count) {
        return count * size;
    }

    /** Where an item begins, in bytes, of a buffer or of what {@link #map} makes of it. */
    long position(long index) {
        return mapped ? 0 : index * extent + first;
    }

    /** Bytes of data in an item, which is the unit of reductions. */
    int unit() {
        if (size > Integer.MAX_VALUE) {
            throw new MPIException(
                    MPI.ERR_TYPE, "items of " + this + " are too long to be reduced: " + size + " bytes");
        }
        return (int) size;
    }

    /** The element that extents count, as an index of an array does. */
    Element base() {
        return base;
    }

    /** Bytes of a buffer that items reach over, from the origin of the first on. */
    long span(long count) {
        return count == 0 ? 0 : Math.max(count * extent, (count - 1) * extent + layout().trueUpperBound());
    }

    /** How many of its {@link #element elements} so many items have. */
    long units(long count) {
        return bytes(count) >> element.shift();
    }

    /** Like {@link #units(long)}, of many. */
    int[] units(int[] counts) {
        if (size == element.size() || counts == null) {
            return counts;
        }
        int[] units = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            long count = units(counts[i]);
            if (count > Integer.MAX_VALUE) {
                throw new MPIException(
                        MPI.ERR_COUNT, counts[i] + " of " + this + " have more than 2147483647 elements");
            }
            units[i] = (int) count;
        }
        return units;
    }

    /** A buffer as seen through this type, from an item on: both a buffer and its memory; null for null. */
    UserMemory map(Object buf, long index) {
        return buf == null ? null : MappedMemory.of(buf, layout, index * extent);
    }

    /** Items of a buffer as their packed bytes, the first with its origin at a byte. */
    UserMemory packed(Object buf, long origin) {
        return MappedMemory.of(buf, layout(), origin);
    }

    Layout layout() {
        if (layout == null) {
            layout = Layout.of(element);
        }
        return layout;
    }

    private Layout part() {
        if (isNull) {
            throw new MPIException(MPI.ERR_TYPE, "the datatype is null; it has been freed, or is MPI.DATATYPE_NULL");
        }
        return layout();
    }

    private int inBase(long bytes) {
        long count = bytes / base.size();
        return count == (int) count ? (int) count : MPI.UNDEFINED;
    }

    /**
     * Where the first item in a buffer begins, relative to its origin.
     *
     * @return it in base elements, 0 for predefined types
     * @throws MPIException when the type is null
     */
    public int getLb() throws MPIException {
        return inBase(part().lowerBound());
    }

    /**
     * The distance of two items in a buffer.
     *
     * @return it in base elements, so 1 for most predefined types; {@link MPI#UNDEFINED} if it is more than an int holds
     * @throws MPIException when the type is null
     */
    public int getExtent() throws MPIException {
        return inBase(part().extent());
    }

    /**
     * Where the data of the first item in a buffer begins, whatever bounds it was given.
     *
     * @return it in base elements
     * @throws MPIException when the type is null
     */
    public int getTrueLb() throws MPIException {
        return inBase(part().trueLowerBound());
    }

    /**
     * From the beginning of an item's data to its end, gaps included.
     *
     * @return it in base elements
     * @throws MPIException when the type is null
     */
    public int getTrueExtent() throws MPIException {
        return inBase(part().trueUpperBound() - part().trueLowerBound());
    }

    /**
     * The data in one item, without gaps.
     *
     * @return it in base elements, so 1 for most predefined types
     * @throws MPIException when the type is null
     */
    public int getSize() throws MPIException {
        return inBase(part().size());
    }

    /** Bytes of an element that extents count. */
    int baseSize() {
        return base.size();
    }

    /**
     * Makes the type ready for communication; once is enough.
     *
     * @throws MPIException when the type is null
     */
    public void commit() throws MPIException {
        part();
        ready = true;
    }

    /**
     * Gives the type up. Communication under way and types made of this one are not affected.
     *
     * @throws MPIException when the type is null or predefined
     */
    @Override
    public void free() throws MPIException {
        part();
        if (predefined) {
            throw new MPIException(MPI.ERR_TYPE, this + " is predefined and cannot be freed");
        }
        ready = false;
        isNull = true;
        attributes = null;
    }

    /**
     * Whether the type is null: has been freed, or is {@link MPI#DATATYPE_NULL}.
     *
     * @return true if so
     */
    public boolean isNull() {
        return isNull;
    }

    /**
     * The same as {@link #dup}.
     *
     * @return a new type
     */
    @Override
    public Datatype clone() {
        return dup();
    }

    /**
     * An equal type, as committed as this one, with its attributes.
     *
     * @return a new type
     * @throws MPIException when the type is null
     */
    public Datatype dup() throws MPIException {
        Datatype copy = derived(part(), base);
        copy.ready = ready;
        copy.attributes = attributes == null ? null : attributes.copy();
        return copy;
    }

    /**
     * Items one after the other.
     *
     * @param count number of items
     * @param oldType what they are
     * @return a new type
     * @throws MPIException when the count is negative or the old type null
     */
    public static Datatype createContiguous(int count, Datatype oldType) throws MPIException {
        Layout item = old(oldType);
        notNegative("count", count);
        return derived(Layout.vector(count, 1, item.extent(), item), oldType.base);
    }

    /**
     * Blocks of items at equal distances, such as a column of a matrix that is stored by rows.
     *
     * @param count number of blocks
     * @param blockLength items in each
     * @param stride items from the beginning of one block to that of the next
     * @param oldType what the items are
     * @return a new type
     * @throws MPIException when a number is negative that must not be, or the old type null
     */
    public static Datatype createVector(int count, int blockLength, int stride, Datatype oldType) throws MPIException {
        Layout item = old(oldType);
        return vector(count, blockLength, stride * item.extent(), oldType);
    }

    /**
     * Like {@link #createVector}, with the stride in bytes.
     *
     * @param count number of blocks
     * @param blockLength items in each
     * @param stride bytes from the beginning of one block to that of the next
     * @param oldType what the items are
     * @return a new type
     * @throws MPIException when a number is negative that must not be, or the old type null
     */
    public static Datatype createHVector(int count, int blockLength, int stride, Datatype oldType) throws MPIException {
        old(oldType);
        return vector(count, blockLength, stride, oldType);
    }

    private static Datatype vector(int count, int blockLength, long stride, Datatype oldType) {
        notNegative("count", count);
        notNegative("block length", blockLength);
        return derived(Layout.vector(count, blockLength, stride, oldType.layout()), oldType.base);
    }

    /**
     * Blocks of items anywhere.
     *
     * @param blockLengths items in each block
     * @param displacements where each block begins, in items
     * @param oldType what the items are
     * @return a new type
     * @throws MPIException when a length is negative, the arrays differ in length, or the old type is null
     */
    public static Datatype createIndexed(int[] blockLengths, int[] displacements, Datatype oldType)
            throws MPIException {
        return blocks(blockLengths, displacements, old(oldType).extent(), oldType);
    }

    /**
     * Like {@link #createIndexed}, with the places in bytes.
     *
     * @param blockLengths items in each block
     * @param displacements where each block begins, in bytes
     * @param oldType what the items are
     * @return a new type
     * @throws MPIException when a length is negative, the arrays differ in length, or the old type is null
     */
    public static Datatype createHIndexed(int[] blockLengths, int[] displacements, Datatype oldType)
            throws MPIException {
        old(oldType);
        return blocks(blockLengths, displacements, 1, oldType);
    }

    /**
     * Blocks of equal length anywhere.
     *
     * @param blockLength items in each block
     * @param displacements where each block begins, in items
     * @param oldType what the items are
     * @return a new type
     * @throws MPIException when the length is negative or the old type null
     */
    public static Datatype createIndexedBlock(int blockLength, int[] displacements, Datatype oldType)
            throws MPIException {
        int[] blockLengths = new int[displacements == null ? 0 : displacements.length];
        java.util.Arrays.fill(blockLengths, blockLength);
        return createIndexed(blockLengths, displacements, oldType);
    }

    private static Datatype blocks(int[] blockLengths, int[] displacements, long unit, Datatype oldType) {
        Datatype[] types = new Datatype[blockLengths == null ? 0 : blockLengths.length];
        java.util.Arrays.fill(types, oldType);
        return derived(struct(blockLengths, displacements, unit, types), oldType.base);
    }

    /**
     * Blocks of items of different types anywhere. Its data lies in a {@code ByteBuffer} or a {@code byte[]}; if all is of
     * one element, in an array or buffer of these as well.
     *
     * @param blockLengths items in each block
     * @param displacements where each block begins, in bytes
     * @param types what the items of each block are
     * @return a new type, whose extents count bytes
     * @throws MPIException when a length is negative, the arrays differ in length, or a type is null
     */
    public static Datatype createStruct(int[] blockLengths, int[] displacements, Datatype[] types) throws MPIException {
        return derived(struct(blockLengths, displacements, 1, types), Element.BYTE);
    }

    private static Layout struct(int[] blockLengths, int[] displacements, long unit, Datatype[] types) {
        if (blockLengths == null
                || displacements == null
                || types == null
                || blockLengths.length != displacements.length
                || blockLengths.length != types.length) {
            throw new MPIException(
                    MPI.ERR_ARG, "block lengths, displacements and types must be arrays of the same length");
        }
        long[] places = new long[displacements.length];
        Layout[] items = new Layout[displacements.length];
        for (int block = 0; block < places.length; block++) {
            notNegative("block length", blockLengths[block]);
            places[block] = displacements[block] * unit;
            items[block] = old(types[block]);
        }
        try {
            return Layout.struct(blockLengths, places, items);
        } catch (IllegalArgumentException e) {
            throw new MPIException(MPI.ERR_ARG, e.getMessage());
        }
    }

    /**
     * A type with other bounds, so that items in a buffer lie closer together or farther apart.
     *
     * @param oldType the type to change
     * @param lb the new lower bound, in bytes
     * @param extent the new extent, in bytes
     * @return a new type
     * @throws MPIException when the old type is null
     */
    public static Datatype createResized(Datatype oldType, int lb, int extent) throws MPIException {
        return derived(old(oldType).resized(lb, extent), oldType.base);
    }

    private static Layout old(Datatype type) {
        if (type == null) {
            throw new MPIException(MPI.ERR_TYPE, "the old datatype is null");
        }
        return type.part();
    }

    private static void notNegative(String what, int number) {
        if (number < 0) {
            throw new MPIException(MPI.ERR_ARG, "the " + what + " must not be negative: " + number);
        }
    }

    /**
     * Names the type, for messages and tools.
     *
     * @param name the name, cut to {@link MPI#MAX_OBJECT_NAME} characters
     * @throws MPIException when the type is null
     */
    public void setName(String name) throws MPIException {
        part();
        this.name = name.length() > MPI.MAX_OBJECT_NAME ? name.substring(0, MPI.MAX_OBJECT_NAME) : name;
    }

    /**
     * The type's name.
     *
     * @return such as {@code MPI.DOUBLE}; empty if it has none
     */
    public String getName() {
        return name;
    }

    /**
     * A key for attributes of datatypes (MPI 4.1, 7.7).
     *
     * @return the key
     */
    public static int createKeyval() throws MPIException {
        return Attributes.Kind.DATATYPE.createKeyval();
    }

    /**
     * Gives a key up. Attributes that exist stay.
     *
     * @param keyval the key
     * @throws MPIException when there is no such key
     */
    public static void freeKeyval(int keyval) throws MPIException {
        Attributes.Kind.DATATYPE.freeKeyval(keyval);
    }

    /**
     * Keeps a value with the type, in place of an earlier one under the key. Types made by {@link #dup} get it too.
     *
     * @param keyval a key from {@link #createKeyval}
     * @param value the value
     * @throws MPIException when there is no such key, or the type is null
     */
    public void setAttr(int keyval, Object value) throws MPIException {
        part();
        if (attributes == null) {
            attributes = new Attributes(Attributes.Kind.DATATYPE);
        }
        attributes.set(keyval, value);
    }

    /**
     * The value kept with the type under a key.
     *
     * @param keyval a key from {@link #createKeyval}
     * @return the value, null if there is none
     * @throws MPIException when there is no such key, or the type is null
     */
    public Object getAttr(int keyval) throws MPIException {
        part();
        Attributes.Kind.DATATYPE.check(keyval);
        return attributes == null ? null : attributes.get(keyval);
    }

    /**
     * Drops the value kept with the type under a key.
     *
     * @param keyval a key from {@link #createKeyval}
     * @throws MPIException when there is no such key or no value under it, or the type is null
     */
    public void deleteAttr(int keyval) throws MPIException {
        part();
        if (attributes == null) {
            attributes = new Attributes(Attributes.Kind.DATATYPE);
        }
        attributes.delete(keyval);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "a derived datatype of " + size + " bytes" : name;
    }
}
