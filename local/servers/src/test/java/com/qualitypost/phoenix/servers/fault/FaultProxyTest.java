package com.qualitypost.phoenix.servers.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
    private static final int SOON_MILLIS = 5_000;
    private static final int A_MOMENT_MILLIS = 300;

    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void open() throws IOException {
        echo = echo("");
        proxy = FaultProxy.open(0, echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passesEverythingOn() throws IOException {
        try (Socket client = client()) {
            assertThat(answer(client, 'a')).isEqualTo('a');
        }
    }

    @Test
    void cutsWhatIsOpenAndRefusesWhatComes() throws IOException {
        try (Socket before = client()) {
            answer(before, 'a');
            proxy.cut();
            assertIsCut(before);
        }
        try (Socket meanwhile = client()) {
            assertIsCut(meanwhile);
        }
        proxy.heal();
        try (Socket after = client()) {
            assertThat(answer(after, 'b')).isEqualTo('b');
        }
    }

    @Test
    void halfOpenNeitherAnswersNorCloses() throws IOException {
        try (Socket client = client()) {
            answer(client, 'a');
            proxy.halfOpen();
            assertIsSilent(client);
            proxy.heal();
            // What was lost is lost: the connection cannot go on.
            assertIsCut(client);
        }
    }

    @Test
    void whatWasStalledFlowsOn() throws IOException {
        try (Socket client = client()) {
            answer(client, 'a');
            proxy.stall();
            assertIsSilent(client);
            proxy.heal();
            client.setSoTimeout(SOON_MILLIS);
            assertThat(client.getInputStream().read()).isEqualTo('x');
        }
    }

    @Test
    void delaysWhatPasses() throws IOException {
        proxy.latency(Duration.ofMillis(100));
        try (Socket client = client()) {
            long began = System.nanoTime();
            assertThat(answer(client, 'a')).isEqualTo('a');
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(200));
        }
    }

    @Test
    void cutsAfterSoManyBytes() throws IOException {
        proxy.cutAfter(2);
        try (Socket client = client()) {
            assertThat(answer(client, 'a')).isEqualTo('a');
            assertThat(answer(client, 'b')).isEqualTo('b');
            assertIsCut(client);
        }
    }

    @Test
    void goesToAnotherServer() throws IOException {
        try (ServerSocket other = echo("other");
                Socket before = client()) {
            answer(before, 'a');
            proxy.retarget(other.getLocalPort());
            assertIsCut(before);
            try (Socket after = client()) {
                assertThat(after.getInputStream().readNBytes(5)).isEqualTo("other".getBytes());
            }
        }
    }

    private Socket client() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(SOON_MILLIS);
        return client;
    }

    private static int answer(Socket client, int question) throws IOException {
        client.getOutputStream().write(question);
        return client.getInputStream().read();
    }

    private static void assertIsCut(Socket client) {
        try {
            client.getOutputStream().write('x');
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("It is still open", e);
        } catch (SocketException _) {
            // Reset, or closed while writing.
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertIsSilent(Socket client) throws IOException {
        client.setSoTimeout(A_MOMENT_MILLIS);
        client.getOutputStream().write('x');
        InputStream in = client.getInputStream();
        assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(SOON_MILLIS);
    }

    private static ServerSocket echo(String greeting) throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    client.getOutputStream().write(greeting.getBytes());
                    Thread.ofVirtual().start(() -> echo(client));
                } catch (IOException _) {
                    // Closed at the end of the test.
                }
            }
        });
        return server;
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException _) {
            // Cut by the proxy.
        }
    }
}
