/** Whether the work moves. */
@NullMarked
package com.qualitypost.phoenix.ingest.progress;

import org.jspecify.annotations.NullMarked;
