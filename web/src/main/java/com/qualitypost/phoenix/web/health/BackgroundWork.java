package com.qualitypost.phoenix.web.health;

import com.qualitypost.phoenix.background.Watched;
import org.springframework.context.SmartLifecycle;

/** Work in the background that begins and ends with the application. */
public interface BackgroundWork extends SmartLifecycle, Watched {
    @Override
    default void start() {
        background().start();
    }

    @Override
    default void stop() {
        background().interrupt();
    }

    @Override
    default boolean isRunning() {
        return background().isRunning();
    }
}
