/** One parcel as operators see it: all its facts, what each did to it, and why. */
@NullMarked
package com.qualitypost.phoenix.query.operations.parcel;

import org.jspecify.annotations.NullMarked;
