/** Reports at the end of a build what it skipped. */
@NullMarked
package com.qualitypost.phoenix.servers.junit.skips;

import org.jspecify.annotations.NullMarked;
