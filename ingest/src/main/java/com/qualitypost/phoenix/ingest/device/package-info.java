/** Which of a device's numbers never arrived. */
@NullMarked
package com.qualitypost.phoenix.ingest.device;

import org.jspecify.annotations.NullMarked;
