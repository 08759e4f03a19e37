package io.jmpi.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A type map as MPI 4.1, chapter 5, defines it: a list of elements and displacements, and bounds. Slow and simple. */
final class TypeMap {

    record Entry(Element element, long displacement) {}

    final List<Entry> entries = new ArrayList<>();
    Long lowerMark;
    Long upperMark;

    static TypeMap of(Element element) {
        TypeMap map = new TypeMap();
        map.entries.add(new Entry(element, 0));
        return map;
    }

    void add(TypeMap item, long at) {
        for (Entry entry : item.entries) {
            entries.add(new Entry(entry.element, at + entry.displacement));
        }
        if (item.lowerMark != null) {
            lowerMark = lowerMark == null ? at + item.lowerMark : Math.min(lowerMark, at + item.lowerMark);
            upperMark = upperMark == null ? at + item.upperMark : Math.max(upperMark, at + item.upperMark);
        }
    }

    TypeMap resized(long lowerBound, long extent) {
        TypeMap map = new TypeMap();
        map.entries.addAll(entries);
        map.lowerMark = lowerBound;
        map.upperMark = lowerBound + extent;
        return map;
    }

    long size() {
        return entries.stream().mapToLong(entry -> entry.element.size()).sum();
    }

    long trueLowerBound() {
        return entries.stream().mapToLong(Entry::displacement).min().orElse(0);
    }

    long trueUpperBound() {
        return entries.stream()
                .mapToLong(entry -> entry.displacement + entry.element.size())
                .max()
                .orElse(0);
    }

    long lowerBound() {
        return lowerMark != null ? lowerMark : trueLowerBound();
    }

    long extent() {
        if (upperMark != null) {
            return upperMark - lowerMark;
        }
        long alignment =
                entries.stream().mapToLong(entry -> entry.element.size()).max().orElse(1);
        return (trueUpperBound() - trueLowerBound() + alignment - 1) / alignment * alignment;
    }

    /** Where the bytes of packed items lie. */
    long[] places(int count) {
        long[] places = new long[(int) (count * size())];
        long extent = extent();
        int next = 0;
        for (int item = 0; item < count; item++) {
            for (Entry entry : entries) {
                for (int i = 0; i < entry.element.size(); i++) {
                    places[next++] = item * extent + entry.displacement + i;
                }
            }
        }
        return places;
    }

    /** A type made of others at random, in both forms. */
    record Pair(TypeMap map, Layout layout) {

        static Pair random(Random random, Element[] elements, int depth) {
            if (depth == 0 || random.nextInt(6) == 0) {
                Element element = elements[random.nextInt(elements.length)];
                return new Pair(TypeMap.of(element), Layout.of(element));
            }
            Pair item = random(random, elements, depth - 1);
            int unit = elements.length == 1 ? elements[0].size() : 1;
            return switch (random.nextInt(4)) {
                case 0 -> vector(item, random.nextInt(5), random.nextInt(4), item.layout.extent() * random.nextInt(6));
                case 1 -> vector(item, random.nextInt(12), 1 + random.nextInt(10), unit * (random.nextInt(200) - 60L));
                case 2 -> struct(random, elements, depth - 1, unit);
                default -> {
                    long lowerBound = unit * (random.nextInt(20) - 10L);
                    long extent = unit * random.nextLong(60);
                    yield new Pair(item.map.resized(lowerBound, extent), item.layout.resized(lowerBound, extent));
                }
            };
        }

        private static Pair vector(Pair item, int count, int blockLength, long stride) {
            TypeMap map = new TypeMap();
            long extent = item.map.extent();
            for (int block = 0; block < count; block++) {
                for (int i = 0; i < blockLength; i++) {
                    map.add(item.map, block * stride + i * extent);
                }
            }
            return new Pair(map, Layout.vector(count, blockLength, stride, item.layout));
        }

        private static Pair struct(Random random, Element[] elements, int depth, int unit) {
            int count = random.nextInt(5);
            TypeMap map = new TypeMap();
            int[] lengths = new int[count];
            long[] displacements = new long[count];
            Layout[] items = new Layout[count];
            for (int block = 0; block < count; block++) {
                Pair item = random(random, elements, depth);
                lengths[block] = random.nextInt(4);
                displacements[block] = unit * (random.nextInt(300) - 100L);
                items[block] = item.layout;
                for (int i = 0; i < lengths[block]; i++) {
                    map.add(item.map, displacements[block] + i * item.map.extent());
                }
            }
            return new Pair(map, Layout.struct(lengths, displacements, items));
        }
    }
}
