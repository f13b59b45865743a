/** What a build skipped, told at its end. */
@NullMarked
package com.qualitypost.phoenix.servers.junit.skips;

import org.jspecify.annotations.NullMarked;
