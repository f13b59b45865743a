/** Faults on the links between processes. */
@NullMarked
package com.qualitypost.phoenix.servers.fault;

import org.jspecify.annotations.NullMarked;
