/** Which of a device's numbers never came. */
@NullMarked
package com.qualitypost.phoenix.ingest.device;

import org.jspecify.annotations.NullMarked;
