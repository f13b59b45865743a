package com.qualitypost.phoenix.local.rebuild;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.local.stack.Part;
import com.qualitypost.phoenix.servers.ServerException;
import com.qualitypost.phoenix.servers.Until;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./phoenix rebuild}. */
@Command(
        name = "rebuild",
        description = "Fills the customers' answers anew from the tables, while the old ones serve.",
        mixinStandardHelpOptions = true)
public final class RebuildCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Integer call() {
        Screen screen = new Screen();
        Installation here = Installation.existing();
        here.requireUp();
        URI address = URI.create(here.url(Part.PROJECTIONS) + "/actuator/rebuild");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> started = ask(
                    http,
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.noBody())
                            .build());
            if (started.statusCode() >= 300) {
                throw new ServerException("No rebuild was started: " + started.body());
            }
            Until.holds(LIMIT, () -> {
                JsonNode report = report(http, address);
                screen.progress("  %,d of %,d parcels"
                        .formatted(
                                report.path("rows").asLong(),
                                report.path("total").asLong()));
                return !state(report).equals("RUNNING");
            });
            return say(report(http, address), screen);
        }
    }

    private static int say(JsonNode report, Screen screen) {
        if (!state(report).equals("DONE")) {
            screen.say("The rebuild failed, the old answers go on: "
                    + report.path("reason").asString("it was broken off"));
            return 1;
        }
        screen.say(String.format(
                Locale.ROOT,
                "Rebuilt %,d parcels in %.1f s; %,d answers were not as they should be.",
                report.path("rows").asLong(),
                report.path("seconds").asDouble(),
                report.path("changed").asLong()));
        return 0;
    }

    private static String state(JsonNode report) {
        return report.path("state").asString("");
    }

    private static JsonNode report(HttpClient http, URI address) {
        return JSON.readTree(ask(http, HttpRequest.newBuilder(address).build()).body());
    }

    private static HttpResponse<String> ask(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ServerException("The projections do not answer at " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while waiting for the rebuild", e);
        }
    }
}
