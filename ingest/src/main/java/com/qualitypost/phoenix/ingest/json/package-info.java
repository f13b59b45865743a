/** How strictly JSON is read. */
@NullMarked
package com.qualitypost.phoenix.ingest.json;

import org.jspecify.annotations.NullMarked;
