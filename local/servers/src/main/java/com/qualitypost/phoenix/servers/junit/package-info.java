/** The servers for tests: started when the first test of a JVM needs them, shared by all, killed when the JVM ends. */
@NullMarked
package com.qualitypost.phoenix.servers.junit;

import org.jspecify.annotations.NullMarked;
