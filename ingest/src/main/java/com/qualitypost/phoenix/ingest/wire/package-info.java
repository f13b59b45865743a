/** How ingest reads what is on Kafka, whoever has written it, and whether Kafka answers. */
@NullMarked
package com.qualitypost.phoenix.ingest.wire;

import org.jspecify.annotations.NullMarked;
