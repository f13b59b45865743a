/** A real Kafka, one broker or several. */
@NullMarked
package com.qualitypost.phoenix.servers.kafka;

import org.jspecify.annotations.NullMarked;
