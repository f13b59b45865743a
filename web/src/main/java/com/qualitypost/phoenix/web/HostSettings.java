package com.qualitypost.phoenix.web;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The names by which this application may be called.
 *
 * @param hosts names without ports, in lower case, besides {@code localhost} and its own addresses
 */
@ConfigurationProperties("phoenix.web")
record HostSettings(@DefaultValue Set<String> hosts) {}
