/** Sends histories from files through the gateway, like everything else. */
@NullMarked
package com.qualitypost.phoenix.local.replay;

import org.jspecify.annotations.NullMarked;
