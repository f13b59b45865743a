/** Makes answers and lists as the tables say, where they stand: all of them when asked, or slowly and for ever. */
@NullMarked
package com.qualitypost.phoenix.projections.rebuild;

import org.jspecify.annotations.NullMarked;
