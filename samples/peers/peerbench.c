/*
 * The cases of PeerBench.java, for an MPI in C. Usage: peerbench SUITE [REPEATS] [MILLISECONDS]
 *
 * Prints "case,bytes,ranks,repeat,value": microseconds one way or per operation, MB/s, or, of "overlap", the time of both
 * together by the longer of the two.
 */
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WINDOW = 64, LARGEST = 4 << 20, MOST_ITERATIONS = 2000000 };

typedef void operation(int iterations, int bytes);
typedef enum { ONE_WAY, RATE, EACH } measure;

static int rank, ranks, repeats = 5;
static double batch = 0.06;
static char *out, *in;

static void latency(int iterations, int bytes) {
    for (int i = 0; i < iterations; i++) {
        if (rank == 0) {
            MPI_Send(out, bytes, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            MPI_Recv(in, bytes, MPI_BYTE, 1, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        } else if (rank == 1) {
            MPI_Recv(in, bytes, MPI_BYTE, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Send(out, bytes, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
        }
    }
}

static void bandwidth(int iterations, int bytes) {
    MPI_Request requests[WINDOW];
    char taken[4];
    for (int i = 0; i < iterations; i++) {
        if (rank == 0) {
            for (int k = 0; k < WINDOW; k++) MPI_Isend(out, bytes, MPI_BYTE, 1, 2, MPI_COMM_WORLD, &requests[k]);
            MPI_Waitall(WINDOW, requests, MPI_STATUSES_IGNORE);
            MPI_Recv(taken, 4, MPI_BYTE, 1, 3, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        } else if (rank == 1) {
            for (int k = 0; k < WINDOW; k++) MPI_Irecv(in, bytes, MPI_BYTE, 0, 2, MPI_COMM_WORLD, &requests[k]);
            MPI_Waitall(WINDOW, requests, MPI_STATUSES_IGNORE);
            MPI_Send(taken, 4, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
        }
    }
}

static void barrier(int iterations, int bytes) {
    (void)bytes;
    for (int i = 0; i < iterations; i++) MPI_Barrier(MPI_COMM_WORLD);
}

static void bcast(int iterations, int bytes) {
    for (int i = 0; i < iterations; i++) MPI_Bcast(out, bytes, MPI_BYTE, 0, MPI_COMM_WORLD);
}

static void bcast_in_turn(int iterations, int bytes) {
    for (int i = 0; i < iterations; i++) MPI_Bcast(out, bytes, MPI_BYTE, i % ranks, MPI_COMM_WORLD);
}

static void allreduce(int iterations, int bytes) {
    for (int i = 0; i < iterations; i++) MPI_Allreduce(out, in, bytes / 8, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
}

static void gather(int iterations, int bytes) {
    for (int i = 0; i < iterations; i++) MPI_Gather(out, bytes, MPI_BYTE, in, bytes, MPI_BYTE, 0, MPI_COMM_WORLD);
}

static void scatter(int iterations, int bytes) {
    for (int i = 0; i < iterations; i++) MPI_Scatter(out, bytes, MPI_BYTE, in, bytes, MPI_BYTE, 0, MPI_COMM_WORLD);
}

static void allgather(int iterations, int bytes) {
    for (int i = 0; i < iterations; i++) MPI_Allgather(out, bytes, MPI_BYTE, in, bytes, MPI_BYTE, MPI_COMM_WORLD);
}

static void alltoall(int iterations, int bytes) {
    for (int i = 0; i < iterations; i++) MPI_Alltoall(out, bytes, MPI_BYTE, in, bytes, MPI_BYTE, MPI_COMM_WORLD);
}

static void reduce_scatter(int iterations, int bytes) {
    for (int i = 0; i < iterations; i++)
        MPI_Reduce_scatter_block(out, in, bytes / 8, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
}

static void scan(int iterations, int bytes) {
    for (int i = 0; i < iterations; i++) MPI_Scan(out, in, bytes / 8, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
}

/* Seconds of the slowest rank. */
static double time_of(operation *operate, int iterations, int bytes) {
    MPI_Barrier(MPI_COMM_WORLD);
    double begin = MPI_Wtime();
    operate(iterations, bytes);
    double mine = MPI_Wtime() - begin, slowest;
    MPI_Allreduce(&mine, &slowest, 1, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
    return slowest;
}

static void report(const char *name, int bytes, int repeat, double value) {
    if (rank == 0) {
        printf("%s,%d,%d,%d,%.4f\n", name, bytes, ranks, repeat, value);
        fflush(stdout);
    }
}

static void run(const char *name, operation *operate, measure what, int bytes, double warm_up) {
    int iterations = 20;
    double time = time_of(operate, iterations, bytes), spent = time;
    while ((spent < warm_up || time < batch / 3) && spent < 3) {
        if (time < batch) iterations *= 2;
        time = time_of(operate, iterations, bytes);
        spent += time;
    }
    iterations = (int)(iterations * batch / time);
    iterations = iterations < 4 ? 4 : iterations > MOST_ITERATIONS ? MOST_ITERATIONS : iterations;
    MPI_Bcast(&iterations, 1, MPI_INT, 0, MPI_COMM_WORLD);
    for (int repeat = 0; repeat < repeats; repeat++) {
        double each = time_of(operate, iterations, bytes) * 1e6 / iterations;
        report(name, bytes, repeat, what == ONE_WAY ? each / 2 : what == RATE ? (double)bytes * WINDOW / each : each);
    }
}

static void run_all(const char *name, operation *operate, measure what, const int *sizes, double warm_up) {
    for (; *sizes >= 0; sizes++) run(name, operate, what, *sizes, warm_up);
}

static double chain(double x, long steps) {
    for (long step = 0; step < steps; step++) x = x * 0.9999999 + 1e-9;
    return x;
}

/* So many chained multiplications, which no compiler can shorten; looks after the request now and then. */
static void compute(long steps, MPI_Request *request) {
    static volatile double sink;
    double x = 1.5;
    long between = 1 + steps / 16;
    for (long done = 0; done < steps; done += between) {
        if (request && *request != MPI_REQUEST_NULL) {
            int complete;
            MPI_Test(request, &complete, MPI_STATUS_IGNORE);
        }
        x = chain(x, between < steps - done ? between : steps - done);
    }
    sink = x;
}

static void overlap(int bytes) {
    enum { ROUNDS = 200 };
    MPI_Request request;
    time_of(allreduce, ROUNDS, bytes);
    for (int repeat = 0; repeat < repeats; repeat++) {
        double alone = time_of(allreduce, ROUNDS, bytes) / ROUNDS;
        double begin = MPI_Wtime();
        compute(10000000, NULL);
        long steps = (long)(1e7 * alone / (MPI_Wtime() - begin));
        begin = MPI_Wtime();
        for (int i = 0; i < ROUNDS; i++) compute(steps, NULL);
        double computing = (MPI_Wtime() - begin) / ROUNDS;
        MPI_Barrier(MPI_COMM_WORLD);
        begin = MPI_Wtime();
        for (int i = 0; i < ROUNDS; i++) {
            MPI_Iallreduce(out, in, bytes / 8, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD, &request);
            compute(steps, &request);
            MPI_Wait(&request, MPI_STATUS_IGNORE);
        }
        double both = (MPI_Wtime() - begin) / ROUNDS;
        report("overlap", bytes, repeat, both / (alone > computing ? alone : computing));
    }
}

int main(int count, char **words) {
    MPI_Init(&count, &words);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    const char *suite = count > 1 ? words[1] : "latency";
    if (count > 2) repeats = atoi(words[2]);
    if (count > 3) batch = atof(words[3]) / 1e3;
    size_t room = LARGEST + (size_t)ranks * 65536;
    if (posix_memalign((void **)&out, 4096, room) || posix_memalign((void **)&in, 4096, room)) return 1;
    memset(out, 0, room);
    memset(in, 0, room);
    static const int lengths[] = {1, 8, 64, 1 << 10, 8 << 10, 64 << 10, 1 << 20, 4 << 20, -1};
    static const int windows[] = {8, 64 << 10, 1 << 20, 4 << 20, -1};
    static const int three[] = {8, 64 << 10, 1 << 20, -1}, two[] = {8, 64 << 10, -1}, none[] = {0, -1};
    if (!strcmp(suite, "latency")) {
        run_all("latency", latency, ONE_WAY, lengths, 0.1);
    } else if (!strcmp(suite, "bandwidth")) {
        run_all("bandwidth", bandwidth, RATE, windows, 0.1);
    } else if (!strcmp(suite, "collectives")) {
        run_all("barrier", barrier, EACH, none, 0.1);
        run_all("bcast", bcast, EACH, three, 0.05);
        run_all("bcast, roots in turn", bcast_in_turn, EACH, three, 0.05);
        run_all("allReduce", allreduce, EACH, three, 0.05);
    } else if (!strcmp(suite, "blocks")) {
        run_all("gather", gather, EACH, two, 0.05);
        run_all("scatter", scatter, EACH, two, 0.05);
        run_all("allGather", allgather, EACH, two, 0.05);
        run_all("allToAll", alltoall, EACH, two, 0.05);
        run_all("reduceScatter", reduce_scatter, EACH, two, 0.05);
        run_all("scan", scan, EACH, two, 0.05);
    } else if (!strcmp(suite, "overlap")) {
        overlap(1 << 20);
    } else {
        fprintf(stderr, "peerbench: no suite %s: latency bandwidth collectives blocks overlap\n", suite);
        MPI_Abort(MPI_COMM_WORLD, 2);
    }
    MPI_Finalize();
    return 0;
}
