package io.jmpi.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.Buffer;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;

@PropertyDefaults(tries = 2000, edgeCases = EdgeCasesMode.NONE)
class ReducerPropertyTest {

    private static final int COUNT = 20_000;

    /** How a program may hold an element for a reduction: as itself or as raw bytes. */
    private static Object make(Element element, BufferKind kind, boolean raw, int count) {
        Assume.that(raw || kind.holds(element));
        return raw ? kind.make(Element.BYTE, count * element.size()) : kind.make(element, count);
    }

    private static long get(Element element, Object buffer, int index) {
        if (UserMemory.of(buffer).element() == element) {
            return BufferKind.get(buffer, index);
        }
        Object one = BufferKind.array(element, 1);
        UserMemory.copyBetween(buffer, (long) index * element.size(), one, 0, element.size());
        return BufferKind.get(one, 0);
    }

    private static void fill(Element element, Object buffer, Random random, int count) {
        Object values = BufferKind.array(element, count);
        for (int i = 0; i < count; i++) {
            BufferKind.set(values, i, sample(element, random));
        }
        UserMemory.copyBetween(values, 0, buffer, 0, (long) count * element.size());
    }

    /** Bits of an element: often equal ones, zeros, extremes, NaNs. */
    private static long sample(Element element, Random random) {
        long small = random.nextInt(5) - 2;
        switch (random.nextInt(4)) {
            case 0:
                return bitsOf(element, small);
            case 1:
                return random.nextBoolean() ? Long.MIN_VALUE >>> (64 - 8 * element.size()) : 0;
            case 2:
                return bitsOf(element, (double) random.nextInt());
            default:
                return random.nextLong();
        }
    }

    private static long bitsOf(Element element, double value) {
        switch (element) {
            case FLOAT:
                return Float.floatToRawIntBits((float) value);
            case DOUBLE:
                return Double.doubleToRawLongBits(value);
            default:
                return (long) value;
        }
    }

    @Property
    void reducesExactlyTheRange(
            @ForAll Element element,
            @ForAll Operator op,
            @ForAll BufferKind sourceKind,
            @ForAll BufferKind targetKind,
            @ForAll @IntRange(max = 3) int raw,
            @ForAll @IntRange(max = 2) int shape,
            @ForAll long seed) {
        Reducer reducer = Reducer.of(element);
        Assume.that(reducer.supports(op));
        Random random = new Random(seed);
        int count = shape == 2 ? random.nextInt(2500) : random.nextInt(40);
        int total = count + 100;
        int from = random.nextInt(100);
        int to = shape == 0 ? from : random.nextInt(100);
        Object source = make(element, sourceKind, (raw & 1) != 0, total);
        Object target = make(element, targetKind, (raw & 2) != 0, total);
        fill(element, source, random, total);
        fill(element, target, random, total);
        long[] sourceBits = bits(element, source, total);
        long[] expected = bits(element, target, total);
        for (int i = 0; i < count; i++) {
            expected[to + i] = ReductionModel.combine(element, op, sourceBits[from + i], expected[to + i]);
        }
        if (random.nextBoolean() && source instanceof Buffer writable) {
            source = BufferKind.readOnly(writable);
        }

        int size = element.size();
        reducer.reduce(op, source, (long) from * size, target, (long) to * size, count);

        assertArrayEquals(expected, canonical(element, bits(element, target, total), expected));
        assertArrayEquals(sourceBits, bits(element, source, total));
    }

    @Property(tries = 200)
    void reducesLongRangesPieceByPiece(
            @ForAll Element element, @ForAll BufferKind sourceKind, @ForAll BufferKind targetKind, @ForAll long seed) {
        Operator op = element == Element.BOOLEAN ? Operator.LXOR : Operator.SUM;
        Random random = new Random(seed);
        Object source = make(element, sourceKind, false, COUNT);
        Object target = make(element, targetKind, false, COUNT);
        fill(element, source, random, COUNT);
        fill(element, target, random, COUNT);
        long[] expected = bits(element, target, COUNT);
        for (int i = 1; i < COUNT; i++) {
            expected[i] = ReductionModel.combine(element, op, BufferKind.get(source, i - 1), expected[i]);
        }

        Reducer.of(element).reduce(op, source, 0, target, element.size(), COUNT - 1);

        assertArrayEquals(expected, canonical(element, bits(element, target, COUNT), expected));
    }

    @Property
    void refusesWhatIsNotDefined(@ForAll Element element, @ForAll Operator op, @ForAll BufferKind kind) {
        Assume.that(kind.holds(element));
        Reducer reducer = Reducer.of(element);
        Object buffer = kind.make(element, 1);
        assertEquals(ReductionModel.isDefined(element, op), reducer.supports(op));
        if (reducer.supports(op)) {
            reducer.reduce(op, buffer, 0, buffer, 0, 0);
        } else {
            assertEquals(
                    op + " is not defined on " + element,
                    assertThrows(IllegalArgumentException.class, () -> reducer.reduce(op, buffer, 0, buffer, 0, 0))
                            .getMessage());
        }
    }

    @Property
    void refusesAnotherElement(
            @ForAll Element element, @ForAll Element other, @ForAll Operator op, @ForAll BufferKind kind) {
        Reducer reducer = Reducer.of(element);
        Assume.that(element != other && other != Element.BYTE && kind.holds(other) && reducer.supports(op));
        Object right = BufferKind.array(element, 1);
        Object wrong = kind.make(other, 8);
        assertThrows(IllegalArgumentException.class, () -> reducer.reduce(op, wrong, 0, right, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> reducer.reduce(op, right, 0, wrong, 0, 1));
    }

    @Property(tries = 200)
    void mayReduceABufferIntoItself(@ForAll Element element, @ForAll BufferKind kind, @ForAll long seed) {
        Operator op = element == Element.FLOAT || element == Element.DOUBLE ? Operator.MAX : Operator.BXOR;
        Object buffer = make(element, kind, false, COUNT);
        Random random = new Random(seed);
        fill(element, buffer, random, COUNT);
        long[] expected = bits(element, buffer, COUNT);
        for (int i = 0; i < COUNT; i++) {
            expected[i] = ReductionModel.combine(element, op, expected[i], expected[i]);
        }
        Reducer.of(element).reduce(op, buffer, 0, buffer, 0, COUNT);
        assertArrayEquals(expected, canonical(element, bits(element, buffer, COUNT), expected));
    }

    private static long[] bits(Element element, Object buffer, int count) {
        long[] bits = new long[count];
        for (int i = 0; i < count; i++) {
            bits[i] = get(element, buffer, i);
        }
        return bits;
    }

    /** Replaces a NaN by the expected one, if that is one: which of two NaNs comes out of an operation is left open. */
    private static long[] canonical(Element element, long[] bits, long[] expected) {
        for (int i = 0; i < bits.length; i++) {
            if (ReductionModel.isNaN(element, bits[i]) && ReductionModel.isNaN(element, expected[i])) {
                bits[i] = expected[i];
            }
        }
        return bits;
    }
}
