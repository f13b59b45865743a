/** How Kafka and the schema registry are reached. */
@NullMarked
package com.qualitypost.phoenix.projections.kafka;

import org.jspecify.annotations.NullMarked;
