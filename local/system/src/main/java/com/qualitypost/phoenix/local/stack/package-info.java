/** Runs the servers and applications as processes: up, down, status. */
@NullMarked
package com.qualitypost.phoenix.local.stack;

import org.jspecify.annotations.NullMarked;
