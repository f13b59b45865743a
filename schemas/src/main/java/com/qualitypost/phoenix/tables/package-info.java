/** How an application's tables come about, how their times are stored, and when their database is away. */
@NullMarked
package com.qualitypost.phoenix.tables;

import org.jspecify.annotations.NullMarked;
