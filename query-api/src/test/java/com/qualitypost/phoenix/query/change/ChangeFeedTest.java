package com.qualitypost.phoenix.query.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.query.Announcer;
import com.qualitypost.phoenix.query.database.NodeSettings;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.kafka.KafkaServer;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is received from a real topic, also when Kafka is killed. */
class ChangeFeedTest {
    private static final Ports PORTS = Ports.free();
    private static final Path FOLDER = TestServers.folder("hurt-kafka");
    private static final TrackingNumber PARCEL = TrackingNumber.ours(1);

    private final Heard heard = new Heard();
    private KafkaServer kafka = KafkaServer.start(FOLDER, PORTS, Lifetime.ATTACHED);
    private final Announcer announcer = announcer();
    private final ChangeFeed feed = feed();

    @AfterEach
    void end() {
        feed.stop();
        announcer.close();
    }

    @Test
    void aNodeBeginsWithWhatWasAnnouncedWhileAReaderMayNotHaveIt() throws Exception {
        announcer.announce(PARCEL, new Version(1, 4));
        feed.start();
        awaitHeard(PARCEL + " 1-4", "began");

        announcer.announce(PARCEL, new Version(2, 1));

        awaitHeard(PARCEL + " 1-4", "began", PARCEL + " 2-1");
    }

    @Test
    void whatIsVoidOrCannotBeReadIsUnclearAndStopsNothing() throws Exception {
        feed.start();
        awaitHeard("began");

        announcer.revoke(PARCEL);
        announcer.send(PARCEL, new byte[] {1, 2, 3});
        announcer.announce(PARCEL, new Version(1, 5));

        awaitHeard("began", PARCEL + " unclear", PARCEL + " unclear", PARCEL + " 1-5");
    }

    @Test
    void aKilledBrokerIsNoticedAndListenersAreToldWhenItIsBack() throws Exception {
        feed.start();
        awaitHeard("began");

        kafka.kill();
        awaitHeard("began", "lost");
        kafka = KafkaServer.start(FOLDER, PORTS, Lifetime.ATTACHED);
        awaitHeard("began", "lost", "began");

        announcer.announce(PARCEL, new Version(1, 6));
        await().until(() -> heard.all().contains(PARCEL + " 1-6"));
    }

    @Test
    void aTopicThatIsMadeAnewIsReadAnew() throws Exception {
        announcer.announce(PARCEL, new Version(1, 4));
        feed.start();
        awaitHeard(PARCEL + " 1-4", "began");

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.deleteTopics(List.of(announcer.topic())).all().get();
            await().until(() -> heard.all().contains("lost"));
            announcer.deploy();
        }

        await().until(() -> heard.all().getLast().equals("began"));
    }

    private void awaitHeard(String... all) {
        await().untilAsserted(() -> assertThat(heard.all()).containsExactly(all));
    }

    private Announcer announcer() {
        try {
            return new Announcer(kafka.bootstrapServers(), TestServers.registry());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ChangeFeed feed() {
        var settings = announcer.settings();
        return new ChangeFeed(
                new KafkaSettings(
                        kafka.bootstrapServers(), (String) settings.get("phoenix.kafka.topic-prefix"), Map.of()),
                new RegistrySettings(TestServers.registry().coreUrl(), Map.of()),
                new NodeSettings(Duration.ofSeconds(5), Duration.ofSeconds(1)),
                List.of(heard));
    }
}
