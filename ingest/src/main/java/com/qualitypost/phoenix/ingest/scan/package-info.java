/** The gateway: HTTP in, Kafka out. */
@NullMarked
package com.qualitypost.phoenix.ingest.scan;

import org.jspecify.annotations.NullMarked;
