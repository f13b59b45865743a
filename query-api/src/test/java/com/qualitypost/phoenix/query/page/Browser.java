package com.qualitypost.phoenix.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.junit.Chromium;
import com.qualitypost.phoenix.servers.junit.JavaScript;
import java.util.HashMap;
import java.util.Map;

/** A real browser, driven by the programs in {@code src/test/browser}. */
final class Browser {
    private Browser() {}

    /** Runs a program against the application on this port. */
    static void tries(String program, int port, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("CHROMIUM", Chromium.locate(System.out::println).orElseThrow().toString());
        all.put("ORIGIN", "http://127.0.0.1:" + port);
        JavaScript.Ended ended =
                JavaScript.install("browser").run(all, "node", "--test", "--test-reporter=spec", program);
        System.out.println(ended.all());
        assertThat(ended.status()).as(ended.all()).isZero();
    }
}
