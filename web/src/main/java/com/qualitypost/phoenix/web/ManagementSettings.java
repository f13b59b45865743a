package com.qualitypost.phoenix.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the management port.
 *
 * @param address that the management port is bound to
 * @param port 0 takes any free port
 * @param token that operators send; without one the port stays closed
 */
@Validated
@ConfigurationProperties("phoenix.management")
record ManagementSettings(
        @DefaultValue("127.0.0.1") InetAddress address,
        @Min(0) @Max(65_535) @DefaultValue("0") int port,

        @Pattern(regexp = "|.{32,}", message = "must have at least 32 characters; make one with: openssl rand -hex 32")
        @DefaultValue("")
        String token) {
    boolean isOpen() {
        return !token.isEmpty();
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return address + ":" + port;
    }
}
