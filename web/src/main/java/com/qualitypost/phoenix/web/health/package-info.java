/** What the health of every application reports. */
@NullMarked
package com.qualitypost.phoenix.web.health;

import org.jspecify.annotations.NullMarked;
