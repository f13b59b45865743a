/** Where are all my parcels? Many lookups in one call. */
@NullMarked
package com.qualitypost.phoenix.query.bulk;

import org.jspecify.annotations.NullMarked;
