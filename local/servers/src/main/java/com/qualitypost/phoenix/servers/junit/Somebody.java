package com.qualitypost.phoenix.servers.junit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** A client at an address of its own, of which this machine has many. */
public final class Somebody implements AutoCloseable {
    private final InetSocketAddress from;
    private final URI node;
    private final List<Socket> sockets = new ArrayList<>();

    public Somebody(String address, URI node) {
        this.from = new InetSocketAddress(address, 0);
        this.node = node;
    }

    /** The status, or the code of a problem. */
    public String gets(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path));
        return said(headers.length == 0 ? request : request.headers(headers));
    }

    /** Like {@link #gets}. */
    public String posts(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path)).POST(BodyPublishers.ofString(body));
        return said(headers.length == 0 ? request : request.headers(headers));
    }

    private String said(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(from.getHostString()))
                .build()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() < 400
                    ? Integer.toString(answer.statusCode())
                    : answer.statusCode() + answer.body().replaceAll("(?s).*\"code\":\"(\\w+)\".*", " $1");
        }
    }

    /** Sends this, and does not read the answer. */
    public Socket says(String text) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4_096);
        socket.bind(from);
        socket.connect(new InetSocketAddress(node.getHost(), node.getPort()));
        socket.setSoTimeout(60_000);
        try {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        } catch (IOException e) {
            // It was closed at once.
        }
        return socket;
    }

    /** Posts with these lines at the end of the head, and this as the body or its beginning. */
    public Socket begins(String path, String headers, String body) throws IOException {
        return says("POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s\r\n\r\n%s".formatted(path, headers, body));
    }

    /** Everything up to the end of the connection; empty if that broke off. */
    public static String hears(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }
}
