// Iterations until z = z * z + c escapes, as JavaEscape counts them; REAL is double or float. One work-item for each pixel
// of the rows first, first + step, first + 2 step ...
#pragma OPENCL FP_CONTRACT OFF

kernel void count_iterations(
        REAL left, REAL top, REAL pixel, int iterations, int first, int step, global int* counts) {
    int column = get_global_id(0);
    int index = get_global_id(1);
    REAL x = left + column * pixel;
    REAL y = top - (first + index * step) * pixel;
    REAL re = 0;
    REAL im = 0;
    REAL re2 = 0;
    REAL im2 = 0;
    int count = 0;
    while (count < iterations && re2 + im2 <= 4) {
        im = 2 * re * im + y;
        re = re2 - im2 + x;
        re2 = re * re;
        im2 = im * im;
        count++;
    }
    counts[index * (int) get_global_size(0) + column] = count;
}
