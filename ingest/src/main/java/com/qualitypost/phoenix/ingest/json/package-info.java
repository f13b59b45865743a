/** How the gateway answers, whatever the caller would rather have. */
@NullMarked
package com.qualitypost.phoenix.ingest.json;

import org.jspecify.annotations.NullMarked;
