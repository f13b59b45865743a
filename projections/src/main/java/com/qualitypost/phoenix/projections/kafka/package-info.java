/** How to reach Kafka and the schema registry. */
@NullMarked
package com.qualitypost.phoenix.projections.kafka;

import org.jspecify.annotations.NullMarked;
