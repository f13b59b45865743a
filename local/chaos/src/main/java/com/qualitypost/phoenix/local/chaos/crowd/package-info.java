/** Clients that overload a system by size, slowness or number. */
@NullMarked
package com.qualitypost.phoenix.local.chaos.crowd;

import org.jspecify.annotations.NullMarked;
