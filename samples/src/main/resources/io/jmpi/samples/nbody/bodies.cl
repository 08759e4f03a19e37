// Bodies on the device: places of all, speeds of the rank's own, both three numbers each; pulls four numbers each, the
// acceleration and the potential. N is the number of bodies, FIRST the first of the rank's, GROUP the size of a group.
#pragma OPENCL EXTENSION cl_khr_fp64 : enable

kernel void pull(global const double* places, int own, global double* pulls, local double* tile) {
    int body = get_global_id(0);
    int me = get_local_id(0);
    // Those beyond the last help to fill the tile.
    int at = 3 * (FIRST + min(body, own - 1));
    double x = places[at];
    double y = places[at + 1];
    double z = places[at + 2];
    double ax = 0;
    double ay = 0;
    double az = 0;
    double potential = 1 / SOFTENING;
    for (int start = 0; start < N; start += GROUP) {
        int there = min(GROUP, N - start);
        for (int i = me; i < 3 * there; i += GROUP) {
            tile[i] = places[3 * start + i];
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int i = 0; i < there; i++) {
            double dx = tile[3 * i] - x;
            double dy = tile[3 * i + 1] - y;
            double dz = tile[3 * i + 2] - z;
            double inverse = 1 / sqrt(dx * dx + dy * dy + dz * dz + SOFTENING * SOFTENING);
            double strength = inverse * inverse * inverse;
            ax += dx * strength;
            ay += dy * strength;
            az += dz * strength;
            potential -= inverse;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    if (body < own) {
        pulls[4 * body] = ax / N;
        pulls[4 * body + 1] = ay / N;
        pulls[4 * body + 2] = az / N;
        pulls[4 * body + 3] = potential / N;
    }
}

// A work-item for each coordinate of a body.
kernel void accelerate(double seconds, global const double* pulls, global double* speeds) {
    int i = get_global_id(0);
    speeds[i] += pulls[i / 3 * 4 + i % 3] * seconds;
}

kernel void move(double seconds, global const double* speeds, global double* places) {
    int i = get_global_id(0);
    places[3 * FIRST + i] += speeds[i] * seconds;
}
