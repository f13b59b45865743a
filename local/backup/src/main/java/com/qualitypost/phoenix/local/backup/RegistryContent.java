package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** The schemas with their ids, to which every record on Kafka refers, as one file in Apicurio's own format. */
final class RegistryContent implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    RegistryContent(String url) {
        this.url = url;
    }

    void saveTo(Path zip) {
        expect(send(HttpRequest.newBuilder(address("/apis/registry/v3/admin/export")), BodyHandlers.ofFile(zip)));
    }

    /** Returns whether it restored them: a registry that has schemas keeps its own. */
    boolean restoreIfEmpty(Path zip) throws IOException {
        String subjects = send(HttpRequest.newBuilder(address("/apis/ccompat/v7/subjects")), BodyHandlers.ofString())
                .body();
        if (!subjects.strip().equals("[]")) {
            return false;
        }
        expect(send(
                HttpRequest.newBuilder(address("/apis/registry/v3/admin/import"))
                        .header("Content-Type", "application/zip")
                        .POST(BodyPublishers.ofFile(zip)),
                BodyHandlers.discarding()));
        return true;
    }

    private URI address(String path) {
        return URI.create(url + path);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.timeout(LIMIT).build(), body);
        } catch (IOException e) {
            throw new ServerException("The schema registry does not answer at " + url + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while waiting for the schema registry", e);
        }
    }

    private static void expect(HttpResponse<?> answer) {
        if (answer.statusCode() >= 300) {
            throw new ServerException("The schema registry answered %d to %s."
                    .formatted(answer.statusCode(), answer.request().uri()));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
