/** Where is my parcel? */
@NullMarked
package com.qualitypost.phoenix.query.tracking;

import org.jspecify.annotations.NullMarked;
