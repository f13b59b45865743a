/** The servers for tests: started when the first test of a JVM asks for them, shared by all, killed at the JVM's end. */
@NullMarked
package com.qualitypost.phoenix.servers.junit;

import org.jspecify.annotations.NullMarked;
