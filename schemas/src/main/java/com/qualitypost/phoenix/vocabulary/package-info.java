/** The words of the product, in plain Java: kinds, statuses, reasons, tracking numbers. */
@NullMarked
package com.qualitypost.phoenix.vocabulary;

import org.jspecify.annotations.NullMarked;
