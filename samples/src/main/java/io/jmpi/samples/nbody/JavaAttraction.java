package io.jmpi.samples.nbody;

/** Each of a rank's bodies with all, in Java and one thread. */
final class JavaAttraction implements Attraction {

    @Override
    public void compute(Bodies bodies, double[] pulls) {
        for (int body = 0; body < bodies.own; body++) {
            pull(bodies, body, pulls);
        }
    }

    /** A body does not pull at itself, its distance being 0 in all directions, but it adds to its potential. */
    private static void pull(Bodies bodies, int body, double[] pulls) {
        double[] places = bodies.places;
        int at = Bodies.DIMENSIONS * (bodies.first + body);
        double x = places[at];
        double y = places[at + 1];
        double z = places[at + 2];
        double ax = 0;
        double ay = 0;
        double az = 0;
        double potential = 1 / Bodies.SOFTENING;
        for (int i = 0; i < places.length; i += Bodies.DIMENSIONS) {
            double dx = places[i] - x;
            double dy = places[i + 1] - y;
            double dz = places[i + 2] - z;
            double square = dx * dx + dy * dy + dz * dz + Bodies.SOFTENING * Bodies.SOFTENING;
            double inverse = 1 / Math.sqrt(square);
            double pull = inverse * inverse * inverse;
            ax += dx * pull;
            ay += dy * pull;
            az += dz * pull;
            potential -= inverse;
        }
        double mass = 1.0 / bodies.count;
        pulls[NUMBERS * body] = ax * mass;
        pulls[NUMBERS * body + 1] = ay * mass;
        pulls[NUMBERS * body + 2] = az * mass;
        pulls[NUMBERS * body + 3] = potential * mass;
    }
}
