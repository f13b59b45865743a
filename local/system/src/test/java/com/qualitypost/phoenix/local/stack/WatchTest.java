package com.qualitypost.phoenix.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatEndsIsNamedUntilNothingIsLeft() throws Exception {
        Partly partly = new Partly(folder);
        ServerProcess reader = partly.running(Component.READER);
        try (ServerProcess writer = partly.running(Component.WRITER)) {
            Thread watch = Thread.ofVirtual().start(new Watch(partly.here, partly.screen, () -> false)::run);
            reader.kill();
            await().until(() -> partly.said().contains("mysql-reader: ended"));
            partly.running(Component.READER);
            await().until(() -> partly.said().contains("mysql-reader: is running again"));
            partly.here.process(Component.READER).orElseThrow().kill();
            writer.kill();

            assertThat(watch.join(SOON)).isTrue();
        }
        assertThat(partly.said()).contains("mysql-writer").endsWith("Nothing of Phoenix is running any more.\n");
    }

    @Test
    void whatWeStopOurselvesIsNoNews() throws Exception {
        Partly partly = new Partly(folder);
        AtomicBoolean stopping = new AtomicBoolean();
        try (ServerProcess writer = partly.running(Component.WRITER)) {
            Thread watch = Thread.ofVirtual().start(new Watch(partly.here, partly.screen, stopping::get)::run);
            stopping.set(true);
            writer.kill();

            assertThat(watch.join(SOON)).isTrue();
        }
        assertThat(partly.said()).isEmpty();
    }
}
