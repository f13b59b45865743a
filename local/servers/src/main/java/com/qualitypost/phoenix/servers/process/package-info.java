/** Processes that outlive a call or end with it, their ports and their folders. */
@NullMarked
package com.qualitypost.phoenix.servers.process;

import org.jspecify.annotations.NullMarked;
