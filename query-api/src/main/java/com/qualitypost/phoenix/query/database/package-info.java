/** The two MySQL nodes of the read side, and which of them answers. */
@NullMarked
package com.qualitypost.phoenix.query.database;

import org.jspecify.annotations.NullMarked;
