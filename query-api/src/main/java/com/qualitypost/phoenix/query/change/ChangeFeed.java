package com.qualitypost.phoenix.query.change;

import com.qualitypost.phoenix.background.Background;
import com.qualitypost.phoenix.background.OutageLog;
import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.query.database.NodeSettings;
import com.qualitypost.phoenix.web.health.BackgroundWork;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Passes announcements on to this node's listeners. It starts with those that a reader may not have yet, so that a node
 * that has just started knows as much as the others.
 */
@Component
class ChangeFeed implements BackgroundWork {
    private static final Logger log = LoggerFactory.getLogger(ChangeFeed.class);
    private static final long CHECK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final KafkaSettings kafka;
    private final RegistrySettings registry;
    private final Duration lookBack;
    private final List<ChangeListener> listeners;
    private final Background background = Background.virtual("changes", this::run);
    private volatile boolean running;
    private final OutageLog outage = new OutageLog(
            log, "Changes are not heard, live pages have to ask, will keep trying", "Changes are heard again");

    ChangeFeed(KafkaSettings kafka, RegistrySettings registry, NodeSettings nodes, List<ChangeListener> listeners) {
        this.kafka = kafka;
        this.registry = registry;
        this.lookBack = nodes.announcedBefore();
        this.listeners = listeners;
    }

    private void run() throws InterruptedException {
        try (ChangeReader reader = new ChangeReader(registry)) {
            while (running) {
                try (ChangeTopic topic = new ChangeTopic(kafka, lookBack)) {
                    follow(topic, reader);
                } catch (InterruptException e) {
                    throw new InterruptedException(e.getMessage());
                } catch (RuntimeException e) {
                    // Whatever Kafka's client throws, reading starts over and the listeners are told.
                    lost(e);
                    Thread.sleep(PAUSE);
                } catch (Error e) {
                    lost(e);
                    throw e;
                }
            }
        }
    }

    private void follow(ChangeTopic topic, ChangeReader reader) {
        boolean begun = false;
        long checked = System.nanoTime();
        while (running) {
            for (ConsumerRecord<String, byte[]> announcement : topic.next()) {
                Change change = reader.read(announcement);
                tell(listener -> listener.changed(change));
            }
            if (!begun && topic.isReadToTheEnd()) {
                begun = true;
                began();
            }
            if (System.nanoTime() - checked > CHECK_EVERY_NANOS) {
                topic.check();
                checked = System.nanoTime();
            }
        }
    }

    private void began() {
        outage.works();
        tell(ChangeListener::began);
    }

    private void lost(Throwable e) {
        if (running) {
            outage.failed(String.valueOf(e.getMessage()));
        }
        tell(ChangeListener::lost);
    }

    private void tell(Consumer<ChangeListener> news) {
        listeners.forEach(news);
    }

    @Override
    public void start() {
        running = true;
        if (kafka.isThere()) {
            background.start();
        }
    }

    @Override
    public void stop() {
        running = false;
        background.interrupt();
    }

    @Override
    public Background background() {
        return background;
    }
}
