// C = A * B in double, row by row in memory. A work-item computes ROWS elements of a column of C below each other, for each
// of which it uses an element of B again.
#pragma OPENCL EXTENSION cl_khr_fp64 : enable

kernel void product(
        int rows, int columns, int inner, global const double* a, global const double* b, global double* c) {
    int column = get_global_id(0);
    int row = ROWS * get_global_id(1);
    double sums[ROWS];
    for (int i = 0; i < ROWS; i++) {
        sums[i] = 0;
    }
    for (int k = 0; k < inner; k++) {
        double factor = b[(long) k * columns + column];
        for (int i = 0; i < ROWS; i++) {
            sums[i] += a[(long) min(row + i, rows - 1) * inner + k] * factor;
        }
    }
    for (int i = 0; i < ROWS && row + i < rows; i++) {
        c[(long) (row + i) * columns + column] = sums[i];
    }
}
