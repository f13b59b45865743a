/** What could not be judged: operators look at it and have it judged again. */
@NullMarked
package com.qualitypost.phoenix.ingest.quarantine;

import org.jspecify.annotations.NullMarked;
