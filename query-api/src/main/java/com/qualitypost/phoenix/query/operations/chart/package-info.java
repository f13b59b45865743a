/** Where the shapes of a chart are, in percent of whatever room the page gives it. */
@NullMarked
package com.qualitypost.phoenix.query.operations.chart;

import org.jspecify.annotations.NullMarked;
