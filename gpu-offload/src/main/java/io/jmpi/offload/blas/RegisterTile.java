package io.jmpi.offload.blas;

import io.jmpi.offload.Range;

/**
 * For processors: a work-item makes some tiles of C below each other, each in registers. It goes through the panels part by
 * part, so that the part of B stays in the first-level cache, and those of A in the second.
 *
 * @param rows of a tile
 * @param vector elements of a vector
 * @param vectors in a row of a tile
 * @param depth of a part of the panels
 * @param panels tiles of a work-item
 */
record RegisterTile(int rows, int vector, int vectors, int depth, int panels) implements Tile {

    static final String NAME = "register";

    @Override
    public int columns() {
        return vector * vectors;
    }

    @Override
    public int depthStep() {
        return 1;
    }

    @Override
    public Range range(int m, int n) {
        return Range.of(Tile.panels(n, columns()), Tile.panels(Tile.panels(m, rows), panels))
                .inGroups(1, 1);
    }

    @Override
    public String text() {
        return NAME + " " + rows + " " + vector + " " + vectors + " " + depth + " " + panels;
    }

    @Override
    public String source(Real real) {
        StringBuilder text = new StringBuilder();
        text.append("""
                __attribute__((reqd_work_group_size(1, 1, 1)))
                kernel void gemm(int m, int n, int k, R alpha, global const R* a, global const R* b, R beta,
                        global R* c, int ldc) {
                    int q = get_global_id(0);
                    int first = get_global_id(1) * PANELS;
                    int end = min(first + PANELS, (m + ROWS - 1) / ROWS);
                    for (int start = 0; start < k; start += DEPTH) {
                        int depth = min(DEPTH, k - start);
                        R scale = start == 0 ? beta : 1;
                        for (int p = first; p < end; p++) {
                            global const R* x = a + ((long) p * k + start) * ROWS;
                            global const R* y = b + ((long) q * k + start) * COLUMNS;
                """);
        for (int row = 0; row < rows; row++) {
            text.append("V ");
            for (int v = 0; v < vectors; v++) {
                text.append(v == 0 ? "" : ", ").append(sum(row, v)).append(" = 0");
            }
            text.append(";\n");
        }
        text.append("for (int i = 0; i < depth; i++) {\n");
        for (int v = 0; v < vectors; v++) {
            text.append("V y" + v + " = LOAD(" + v + ", y);\n");
        }
        for (int row = 0; row < rows; row++) {
            text.append("{ V x0 = (V) (x[" + row + "]);");
            for (int v = 0; v < vectors; v++) {
                text.append(" " + sum(row, v) + " = fma(x0, y" + v + ", " + sum(row, v) + ");");
            }
            text.append(" }\n");
        }
        text.append("x += ROWS; y += COLUMNS;\n}\n");
        text.append("bool whole = (q + 1) * COLUMNS <= n;\n");
        for (int row = 0; row < rows; row++) {
            store(text, row);
        }
        return defines(real) + text.append("}\n}\n}\n");
    }

    private static String sum(int row, int v) {
        return "s" + row + "_" + v;
    }

    /** Adds a row of a tile to C, the last columns one by one where C ends within the tile. */
    private void store(StringBuilder text, int row) {
        text.append("if (p * ROWS + " + row + " < m) {\n");
        text.append("global R* z = c + (long) (p * ROWS + " + row + ") * ldc + q * COLUMNS;\n");
        text.append("if (whole) {\n");
        for (int v = 0; v < vectors; v++) {
            String place = "(" + v + ", z)";
            text.append("STORE(alpha * " + sum(row, v) + " + (scale == 0 ? (V) (0) : scale * LOAD" + place + "), " + v
                    + ", z);\n");
        }
        text.append("} else {\nR rest[COLUMNS];\n");
        for (int v = 0; v < vectors; v++) {
            text.append("STORE(" + sum(row, v) + ", " + v + ", rest);\n");
        }
        text.append("for (int i = 0; i < n - q * COLUMNS; i++) {\n"
                + "z[i] = alpha * rest[i] + (scale == 0 ? 0 : scale * z[i]);\n}\n}\n}\n");
    }

    private String defines(Real real) {
        return "#define R " + real.word() + "\n#define V " + real.vector(vector)
                + "\n#define LOAD" + (vector == 1 ? "(i, p) (p)[i]" : " vload" + vector)
                + "\n#define STORE" + (vector == 1 ? "(x, i, p) (p)[i] = (x)" : " vstore" + vector)
                + "\n#define ROWS " + rows + "\n#define COLUMNS " + columns() + "\n#define DEPTH " + depth
                + "\n#define PANELS " + panels + "\n";
    }
}
