/** The rules on Kafka Streams: scans in, shipment events and states out. */
@NullMarked
package com.qualitypost.phoenix.ingest.stream;

import org.jspecify.annotations.NullMarked;
