/** What the health of every application tells. */
@NullMarked
package com.qualitypost.phoenix.web.health;

import org.jspecify.annotations.NullMarked;
