/** A merchant's list of its parcels. */
@NullMarked
package com.qualitypost.phoenix.query.shipments;

import org.jspecify.annotations.NullMarked;
