/** The rules on Kafka Streams: scans in, shipment events and states out. */
@NullMarked
package com.qualitypost.phoenix.ingest.shipment.stream;

import org.jspecify.annotations.NullMarked;
