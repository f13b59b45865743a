/** What the support desk does with a parcel: corrections, notes, and who looked. */
@NullMarked
package com.qualitypost.phoenix.query.operations.desk;

import org.jspecify.annotations.NullMarked;
