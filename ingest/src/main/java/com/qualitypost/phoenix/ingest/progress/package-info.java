/** Whether the work moves on. */
@NullMarked
package com.qualitypost.phoenix.ingest.progress;

import org.jspecify.annotations.NullMarked;
