package com.qualitypost.phoenix.bench.write;

import com.qualitypost.phoenix.bench.load.HttpConnection;
import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** A courier who sends one scan and looks at once whether the customer can see it. For one connection at a time. */
final class Probe implements Task {
    private static final int PATIENCE = 6;
    private static final int CONFLICT = 409;

    private final ScanSender sender;
    private final URI gateway;
    private final URI query;
    private final AtomicLong unseen = new AtomicLong();

    /**
     * Makes a probe.
     *
     * @param sender of scans that are sent one at a time
     */
    Probe(ScanSender sender, URI gateway, URI query) {
        this.sender = sender;
        this.gateway = gateway;
        this.query = query;
    }

    /** Scans that were not visible within a minute. */
    long unseen() {
        return unseen.get();
    }

    @Override
    public int run(HttpConnection connection, long turn) throws IOException {
        long scan = sender.take();
        if (scan == DONE) {
            return DONE;
        }
        try (HttpConnection toGateway = new HttpConnection(gateway)) {
            sender.send(toGateway, scan, 1);
        }
        long content = sender.world().content(scan);
        byte[] request = Requests.get(
                query,
                "/v1/tracking/%s?after=%s&wait=10s"
                        .formatted(sender.world().numberOf(scan), sender.world().scanId(content)),
                "");
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            int status = connection.send(request);
            if (status == 200) {
                return 1;
            }
            if (status != CONFLICT) {
                return 0;
            }
        }
        unseen.incrementAndGet();
        return 0;
    }
}
