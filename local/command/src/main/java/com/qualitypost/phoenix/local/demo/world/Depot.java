package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.local.client.Scan.ScanPlace;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network: twelve cities, four of them hubs that everything between regions goes through. */
enum Depot {
    MEX("Centro de distribución México", "Ciudad de México", "07700", "America/Mexico_City", null),
    GDL("Centro de distribución Guadalajara", "Guadalajara", "44940", "America/Mexico_City", null),
    MTY("Centro de distribución Monterrey", "Monterrey", "64500", "America/Monterrey", null),
    MID("Centro de distribución Mérida", "Mérida", "97288", "America/Merida", null),
    PBC("Depósito Puebla", "Puebla", "72160", "America/Mexico_City", MEX),
    QRO("Depósito Querétaro", "Querétaro", "76120", "America/Mexico_City", MEX),
    VER("Depósito Veracruz", "Veracruz", "91800", "America/Mexico_City", MEX),
    OAX("Depósito Oaxaca", "Oaxaca de Juárez", "68050", "America/Mexico_City", MEX),
    BJX("Depósito León", "León", "37290", "America/Mexico_City", GDL),
    TIJ("Depósito Tijuana", "Tijuana", "22430", "America/Tijuana", GDL),
    HMO("Depósito Hermosillo", "Hermosillo", "83299", "America/Hermosillo", GDL),
    CUN("Depósito Cancún", "Cancún", "77500", "America/Cancun", MID);

    private final ScanPlace place;
    private final ZoneId zone;
    private final @Nullable Depot hub;

    Depot(String name, String city, String postcode, String zone, @Nullable Depot hub) {
        this.place = new ScanPlace(name(), name, city, postcode, "MX");
        this.zone = ZoneId.of(zone);
        this.hub = hub;
    }

    ScanPlace place() {
        return place;
    }

    /** A place in its city, such as a courier's round or the consignee's door. */
    ScanPlace city() {
        return new ScanPlace(null, null, place.city(), place.postcode(), "MX");
    }

    ZoneId zone() {
        return zone;
    }

    /** The depots that a parcel passes from here to there, both included. */
    List<Depot> routeTo(Depot destination) {
        List<Depot> route = new ArrayList<>(List.of(this, hub(), destination.hub(), destination));
        for (int i = route.size() - 1; i > 0; i--) {
            if (route.get(i) == route.get(i - 1)) {
                route.remove(i);
            }
        }
        return route;
    }

    private Depot hub() {
        return hub == null ? this : hub;
    }
}
