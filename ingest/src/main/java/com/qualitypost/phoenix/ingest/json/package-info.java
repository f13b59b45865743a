/** How JSON is read and written beyond what Jackson does by itself. */
@NullMarked
package com.qualitypost.phoenix.ingest.json;

import org.jspecify.annotations.NullMarked;
