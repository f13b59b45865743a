/** The gateway: HTTP in, Kafka out. */
@NullMarked
package com.qualitypost.phoenix.ingest.gateway;

import org.jspecify.annotations.NullMarked;
