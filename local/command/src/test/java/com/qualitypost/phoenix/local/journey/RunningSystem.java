package com.qualitypost.phoenix.local.journey;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.local.stack.SystemStarter;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.concurrent.atomic.AtomicInteger;

/** All of Phoenix, started once for all journeys of this JVM; its processes end with the JVM. */
public final class RunningSystem {
    private static final Installation PREMISES = open();
    private static final AtomicInteger LAST_SERIAL = new AtomicInteger();

    private RunningSystem() {}

    static Installation premises() {
        return PREMISES;
    }

    public static Addresses addresses() {
        return PREMISES.addresses();
    }

    /** The schema registry at the address for Confluent's clients. */
    static String confluentRegistry() {
        return PREMISES.url(Component.REGISTRY) + "/apis/ccompat/v7";
    }

    /** A number that no parcel had before. */
    public static String newNumber() {
        return TrackingNumber.ours(LAST_SERIAL.incrementAndGet()).value();
    }

    private static Installation open() {
        Installation premises = new Installation(TestServers.folder(""), Ports.free());
        new SystemStarter(premises, Lifetime.ATTACHED, new Screen()).start();
        return premises;
    }
}
