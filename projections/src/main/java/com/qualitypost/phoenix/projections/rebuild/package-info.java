/** Makes the projection as the tables say: whole, beside the live one and swapped with it, or answer by answer. */
@NullMarked
package com.qualitypost.phoenix.projections.rebuild;

import org.jspecify.annotations.NullMarked;
