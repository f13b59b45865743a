/** The content of a backup folder, and how it is sealed. */
@NullMarked
package com.qualitypost.phoenix.local.backup.store;

import org.jspecify.annotations.NullMarked;
