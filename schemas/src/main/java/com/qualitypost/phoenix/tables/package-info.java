/** How an application's tables come about. Whoever uses it brings Flyway. */
@NullMarked
package com.qualitypost.phoenix.tables;

import org.jspecify.annotations.NullMarked;
