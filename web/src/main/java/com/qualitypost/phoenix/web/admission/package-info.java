/** Limits what one client may take of a process: connections, bytes, time. */
@NullMarked
package com.qualitypost.phoenix.web.admission;

import org.jspecify.annotations.NullMarked;
