package com.qualitypost.phoenix.servers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void oneNumberMovesEveryPort() {
        assertThat(Ports.DEFAULT.all().values())
                .containsExactly(8080, 8081, 8082, 9080, 9081, 9082, 8085, 9092, 9093, 3316, 3317);
        assertThat(new Ports(100).all().values())
                .containsExactly(8180, 8181, 8182, 9180, 9181, 9182, 8185, 9192, 9193, 3416, 3417);
    }

    @Test
    void aTakenPortIsNamedWithTheSettingThatMovesIt() throws Exception {
        Ports ports = Ports.free();
        try (ServerSocket _ = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("Port " + ports.kafka() + " (Kafka) is taken by process "
                            + ProcessHandle.current().pid() + " (java in ")
                    .hasMessageContaining("--port-shift")
                    .hasMessageContaining("PHOENIX_PORT_SHIFT");
        }
    }
}
