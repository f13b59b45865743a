package com.qualitypost.phoenix.query.live;

import com.qualitypost.phoenix.background.Background;
import com.qualitypost.phoenix.query.change.Change;
import com.qualitypost.phoenix.query.change.ChangeListener;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.web.admission.Shares;
import com.qualitypost.phoenix.web.admission.Source;
import com.qualitypost.phoenix.web.health.BackgroundWork;
import com.qualitypost.phoenix.web.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Everybody who listens to this node. All are sent away before the web server stops, and while announcements cannot be
 * read.
 */
@Component
class Subscribers implements ChangeListener, BackgroundWork {
    private final LiveSettings settings;
    private final Shares places;
    private final Map<String, Set<Subscriber>> byNumber = new ConcurrentHashMap<>();
    private volatile boolean isHearing;
    private volatile boolean running;
    private final Background heart = Background.virtual("heartbeats", this::beat);

    Subscribers(LiveSettings settings, MeterRegistry meters) {
        this.settings = settings;
        places = new Shares(settings.maxListeners(), settings.maxListenersOfSource());
        meters.gauge("phoenix.live.listeners", places, Shares::held);
    }

    /** From now on it is told about changes; whoever adds it must remove it. */
    Subscriber add(String number, Source source) {
        if (!running || !isHearing) {
            throw refused("live_unavailable", "No live updates", "This node does not receive changes at the moment.");
        }
        Shares.Booking place = places.of(source);
        if (!place.tryAdd(1)) {
            throw refused(
                    "too_many_listening",
                    "Too many are listening",
                    "This node has no place left, for you or in total.");
        }
        Subscriber listener = new Subscriber(number, place, this::remove);
        byNumber.compute(number, (_, some) -> {
            Set<Subscriber> more = some == null ? new HashSet<>(2) : some;
            more.add(listener);
            return more;
        });
        if (!running) {
            remove(listener); // All others were sent away meanwhile.
            throw refused("live_unavailable", "No live updates", "This node is stopping.");
        }
        return listener;
    }

    void remove(Subscriber listener) {
        byNumber.computeIfPresent(listener.number, (_, some) -> {
            if (some.remove(listener)) {
                listener.place.close();
            }
            return some.isEmpty() ? null : some;
        });
    }

    private static ProblemException refused(String code, String title, String why) {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        code,
                        title,
                        why + " Poll GET /v1/tracking/{number} now and then, and try live updates again later.")
                .retryable();
    }

    @Override
    public void changed(Change change) {
        switch (change) {
            case Change.Newer(String number, Version version) -> each(number, listener -> listener.tell(version));
            case Change.Unclear(String number) -> each(number, Subscriber::lookAgain);
        }
    }

    @Override
    public void began() {
        isHearing = true;
        all(Subscriber::lookAgain);
    }

    @Override
    public void lost() {
        isHearing = false;
    }

    private void each(String number, Consumer<Subscriber> news) {
        // This is quick, because other threads do the writing.
        byNumber.computeIfPresent(number, (_, some) -> {
            some.forEach(news);
            return some;
        });
    }

    private void all(Consumer<Subscriber> news) {
        List.copyOf(byNumber.keySet()).forEach(number -> each(number, news));
    }

    /** After a silence longer than it takes to replace a broker, listeners have to poll instead. */
    private void beat() throws InterruptedException {
        while (running) {
            boolean wasHearing = isHearing;
            Thread.sleep(settings.heartbeat());
            all(wasHearing || isHearing ? listener -> listener.beat(settings.longest()) : Subscriber::end);
        }
    }

    @Override
    public Background background() {
        return heart;
    }

    @Override
    public void start() {
        running = true;
        heart.start();
    }

    @Override
    public void stop() {
        running = false;
        heart.interrupt();
        all(Subscriber::end);
    }
}
