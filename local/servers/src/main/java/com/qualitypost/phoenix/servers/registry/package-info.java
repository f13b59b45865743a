/** A real schema registry. */
@NullMarked
package com.qualitypost.phoenix.servers.registry;

import org.jspecify.annotations.NullMarked;
