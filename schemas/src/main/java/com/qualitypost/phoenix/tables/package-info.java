/** How an application's tables come about, and when their database is away. Whoever uses it brings Flyway. */
@NullMarked
package com.qualitypost.phoenix.tables;

import org.jspecify.annotations.NullMarked;
