/**
 * How applications reach Kafka and the schema registry, and how records look there. Users of this package have to bring
 * Kafka's client, Apicurio's serde and Spring Boot.
 */
@NullMarked
package com.qualitypost.phoenix.kafka;

import org.jspecify.annotations.NullMarked;
