@NullMarked
package com.qualitypost.phoenix.servers.junit.skips;

import org.jspecify.annotations.NullMarked;
