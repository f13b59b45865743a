package com.qualitypost.phoenix.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.client.Addresses.Management;
import com.qualitypost.phoenix.local.client.Operator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;

/** An operator with a browser, and one parcel. */
final class SupportDesk {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI query = RunningSystem.addresses().management().query();
    private final String address;
    private final String pass;

    SupportDesk(String number) {
        this.address = "/ops/shipments/" + number;
        this.pass = pass(RunningSystem.addresses().management());
    }

    private static String pass(Management management) {
        try (Operator operator = new Operator(management.query(), management.token())) {
            String link = operator.post("/ops/entrance", Map.of()).path("link").asString();
            return asks(HttpRequest.newBuilder(management.query().resolve(link)))
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .split(";")[0];
        }
    }

    /** The parcel's page, in English. */
    String looks() {
        return opens(address);
    }

    /** Fills in the form beside the fact, and returns the page to which it leads. */
    String takesBack(UUID fact, String why, String name) {
        HttpResponse<String> done = asks(to(address + "/correction?fact=" + fact)
                .header("Origin", "http://" + query.getAuthority())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("error=did_not_occur&text=%s&name=%s"
                        .formatted(URLEncoder.encode(why, UTF_8), URLEncoder.encode(name, UTF_8)))));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        return done.headers().firstValue("Location").orElseThrow();
    }

    String opens(String page) {
        return asks(to(page).header("Accept-Language", "en")).body();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(query.resolve(path)).header("Cookie", pass);
    }

    private static HttpResponse<String> asks(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("Asking the operators' port", e);
        }
    }
}
