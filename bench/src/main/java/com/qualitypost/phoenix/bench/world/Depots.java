package com.qualitypost.phoenix.bench.world;

import java.util.Arrays;
import java.util.List;

/** Two hundred depots, of which few do most of the work (Zipf 0.9), as JSON and with their positions. */
final class Depots {
    private static final int COUNT = 200;
    private static final double SKEW = 0.9;

    private record Town(String city, String postcode, double latitude, double longitude) {}

    private static final List<Town> TOWNS = List.of(
            new Town("Ciudad de México", "06000", 19.4326, -99.1332),
            new Town("Guadalajara", "44100", 20.6597, -103.3496),
            new Town("Monterrey", "64000", 25.6866, -100.3161),
            new Town("Puebla", "72000", 19.0414, -98.2063),
            new Town("Mérida", "97000", 20.9674, -89.5926),
            new Town("Querétaro", "76000", 20.5888, -100.3899),
            new Town("León", "37000", 21.1250, -101.6860),
            new Town("Veracruz", "91700", 19.1738, -96.1342));

    private final double[] shares = new double[COUNT];

    Depots() {
        double sum = 0;
        for (int rank = 1; rank <= COUNT; rank++) {
            sum += 1 / Math.pow(rank, SKEW);
            shares[rank - 1] = sum;
        }
        for (int i = 0; i < COUNT; i++) {
            shares[i] /= sum;
        }
    }

    /** The depot for a random number. */
    int of(long random) {
        double share = (random >>> 11) * 0x1.0p-53;
        int found = Arrays.binarySearch(shares, share);
        return Math.min(found < 0 ? -found - 1 : found, COUNT - 1);
    }

    static void place(StringBuilder json, int depot) {
        Town town = TOWNS.get(depot % TOWNS.size());
        json.append("{\"code\":\"DEP-")
                .append(depot)
                .append("\",\"city\":\"")
                .append(town.city)
                .append("\",\"postcode\":\"")
                .append(town.postcode)
                .append("\",\"country\":\"MX\"}");
    }

    static void position(StringBuilder json, int depot) {
        Town town = TOWNS.get(depot % TOWNS.size());
        json.append("{\"latitude\":")
                .append(town.latitude)
                .append(",\"longitude\":")
                .append(town.longitude)
                .append('}');
    }
}
