/** Runs Kafka, MySQL and the schema registry as child processes on 127.0.0.1: the real ones, without containers. */
@NullMarked
package com.qualitypost.phoenix.servers;

import org.jspecify.annotations.NullMarked;
