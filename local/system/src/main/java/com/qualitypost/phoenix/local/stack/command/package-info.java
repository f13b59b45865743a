/** The commands that start, stop and show the system. */
@NullMarked
package com.qualitypost.phoenix.local.stack.command;

import org.jspecify.annotations.NullMarked;
