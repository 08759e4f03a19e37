package io.jmpi.offload.blas;

import io.jmpi.offload.Range;

/**
 * For graphics processors: a group of work-items makes a tile of C. Together they bring a part of each panel into local memory,
 * the next one on its way in registers while they work on this; each has some rows and columns of the tile, apart from each
 * other by vectors, so that neighbours read and write neighbouring memory.
 *
 * @param groupRows work-items of the group along the rows
 * @param groupColumns work-items of the group along the columns
 * @param rowVectors vectors of rows that a work-item has
 * @param columnVectors vectors of columns that it has
 * @param vector elements of a vector
 * @param depth of a part of the panels
 */
record LocalTile(int groupRows, int groupColumns, int rowVectors, int columnVectors, int vector, int depth)
        implements Tile {

    static final String NAME = "local";

    LocalTile {
        int items = groupRows * groupColumns * vector;
        if (depth * groupRows * rowVectors * vector % items != 0
                || depth * groupColumns * columnVectors * vector % items != 0) {
            throw new IllegalArgumentException("the group does not divide a part of the panels");
        }
    }

    @Override
    public int rows() {
        return groupRows * rowVectors * vector;
    }

    @Override
    public int columns() {
        return groupColumns * columnVectors * vector;
    }

    @Override
    public int depthStep() {
        return depth;
    }

    @Override
    public Range range(int m, int n) {
        return Range.of((long) Tile.panels(n, columns()) * groupColumns, (long) Tile.panels(m, rows()) * groupRows)
                .inGroups(groupColumns, groupRows);
    }

    @Override
    public String text() {
        return NAME + " " + groupRows + " " + groupColumns + " " + rowVectors + " " + columnVectors + " " + vector + " "
                + depth;
    }

    /** Bytes of local memory that a group needs. */
    long localBytes(Real real) {
        return (long) depth * (rows() + columns()) * real.bytes();
    }

    @Override
    public String source(Real real) {
        return defines(real) + """
                __attribute__((reqd_work_group_size(GROUP_COLUMNS, GROUP_ROWS, 1)))
                kernel void gemm(int m, int n, int k, R alpha, global const R* a, global const R* b, R beta,
                        global R* c, int ldc) {
                    local V x[DEPTH * ROWS / VECTOR];
                    local V y[DEPTH * COLUMNS / VECTOR];
                    int column = get_local_id(0);
                    int row = get_local_id(1);
                    int item = row * GROUP_COLUMNS + column;
                    int q = get_group_id(0);
                    int p = get_group_id(1);
                    global const V* ap = (global const V*) (a + (long) p * k * ROWS);
                    global const V* bp = (global const V*) (b + (long) q * k * COLUMNS);
                    V nextX[FETCH_X];
                    V nextY[FETCH_Y];
                    R sum[ROW_VECTORS * VECTOR][COLUMN_VECTORS * VECTOR];
                    for (int i = 0; i < ROW_VECTORS * VECTOR; i++) {
                        for (int j = 0; j < COLUMN_VECTORS * VECTOR; j++) {
                            sum[i][j] = 0;
                        }
                    }
                    for (int i = 0; i < FETCH_X; i++) {
                        nextX[i] = ap[i * ITEMS + item];
                    }
                    for (int i = 0; i < FETCH_Y; i++) {
                        nextY[i] = bp[i * ITEMS + item];
                    }
                    for (int start = 0; start < k; start += DEPTH) {
                        barrier(CLK_LOCAL_MEM_FENCE);
                        for (int i = 0; i < FETCH_X; i++) {
                            x[i * ITEMS + item] = nextX[i];
                        }
                        for (int i = 0; i < FETCH_Y; i++) {
                            y[i * ITEMS + item] = nextY[i];
                        }
                        barrier(CLK_LOCAL_MEM_FENCE);
                        if (start + DEPTH < k) {
                            ap += DEPTH * ROWS / VECTOR;
                            bp += DEPTH * COLUMNS / VECTOR;
                            for (int i = 0; i < FETCH_X; i++) {
                                nextX[i] = ap[i * ITEMS + item];
                            }
                            for (int i = 0; i < FETCH_Y; i++) {
                                nextY[i] = bp[i * ITEMS + item];
                            }
                        }
                #pragma unroll
                        for (int i = 0; i < DEPTH; i++) {
                            R left[ROW_VECTORS * VECTOR];
                            R right[COLUMN_VECTORS * VECTOR];
                            for (int v = 0; v < ROW_VECTORS; v++) {
                                STORE(x[i * (ROWS / VECTOR) + v * GROUP_ROWS + row], v, left);
                            }
                            for (int v = 0; v < COLUMN_VECTORS; v++) {
                                STORE(y[i * (COLUMNS / VECTOR) + v * GROUP_COLUMNS + column], v, right);
                            }
                            for (int r = 0; r < ROW_VECTORS * VECTOR; r++) {
                                for (int s = 0; s < COLUMN_VECTORS * VECTOR; s++) {
                                    sum[r][s] = fma(left[r], right[s], sum[r][s]);
                                }
                            }
                        }
                    }
                    for (int r = 0; r < ROW_VECTORS * VECTOR; r++) {
                        int i = p * ROWS + (r / VECTOR * GROUP_ROWS + row) * VECTOR + r % VECTOR;
                        if (i < m) {
                            for (int s = 0; s < COLUMN_VECTORS * VECTOR; s++) {
                                int j = q * COLUMNS + (s / VECTOR * GROUP_COLUMNS + column) * VECTOR + s % VECTOR;
                                if (j < n) {
                                    global R* z = c + (long) i * ldc + j;
                                    *z = alpha * sum[r][s] + (beta == 0 ? 0 : beta * *z);
                                }
                            }
                        }
                    }
                }
                """;
    }

    private String defines(Real real) {
        int items = groupRows * groupColumns;
        return "#define R " + real.word() + "\n#define V " + real.vector(vector)
                + "\n#define STORE" + (vector == 1 ? "(x, i, p) (p)[i] = (x)" : " vstore" + vector)
                + "\n#define VECTOR " + vector + "\n#define GROUP_ROWS " + groupRows
                + "\n#define GROUP_COLUMNS " + groupColumns + "\n#define ITEMS " + items
                + "\n#define ROW_VECTORS " + rowVectors + "\n#define COLUMN_VECTORS " + columnVectors
                + "\n#define ROWS " + rows() + "\n#define COLUMNS " + columns() + "\n#define DEPTH " + depth
                + "\n#define FETCH_X " + depth * rows() / vector / items
                + "\n#define FETCH_Y " + depth * columns() / vector / items + "\n";
    }
}
