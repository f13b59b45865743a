/** Clients that ask too much of a system: by sizes, by slowness, by numbers. */
@NullMarked
package com.qualitypost.phoenix.local.chaos.crowd;

import org.jspecify.annotations.NullMarked;
