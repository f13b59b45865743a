/** Answers in JSON, whatever the caller accepts. */
@NullMarked
package com.qualitypost.phoenix.ingest.json;

import org.jspecify.annotations.NullMarked;
