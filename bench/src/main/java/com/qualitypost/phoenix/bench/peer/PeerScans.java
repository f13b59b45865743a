package com.qualitypost.phoenix.bench.peer;

import com.qualitypost.phoenix.bench.load.HttpConnection;
import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.bench.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Sends the scans of a world to a peer, in the form that it takes. */
final class PeerScans implements Task {
    private static final int CREATED = 201;

    private final URI address;
    private final World world;
    private final int batch;
    private final AtomicLong next = new AtomicLong();

    PeerScans(URI address, World world, int batch) {
        this.address = address;
        this.world = world;
        this.batch = batch;
    }

    @Override
    public int run(HttpConnection connection, long turn) throws IOException {
        long first = next.getAndAdd(batch);
        if (first >= world.scans()) {
            return DONE;
        }
        int count = (int) Math.min(batch, world.scans() - first);
        byte[] body = json(first, count);
        return connection.send(Requests.post(address, "/scans", "", body.length), body) == CREATED ? count : 0;
    }

    private byte[] json(long first, int count) {
        StringBuilder json = new StringBuilder(count * 130 + 2).append('[');
        for (long scan = first; scan < first + count; scan++) {
            long content = world.content(scan);
            json.append(scan == first ? "{\"id\":\"" : ",{\"id\":\"")
                    .append(world.scanId(content))
                    .append("\",\"number\":\"")
                    .append(world.numberOf(scan))
                    .append("\",\"kind\":\"")
                    .append(world.kindOf(scan))
                    .append("\",\"at\":\"")
                    .append(world.occurredAt(content))
                    .append("\"}");
        }
        return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }
}
