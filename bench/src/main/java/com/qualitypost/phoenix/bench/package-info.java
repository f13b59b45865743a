/** {@code ./phoenix bench}: yardsticks of the whole system, one after another. */
@NullMarked
package com.qualitypost.phoenix.bench;

import org.jspecify.annotations.NullMarked;
