/** What all addresses of parcels read from a request. */
@NullMarked
package com.qualitypost.phoenix.query.http;

import org.jspecify.annotations.NullMarked;
