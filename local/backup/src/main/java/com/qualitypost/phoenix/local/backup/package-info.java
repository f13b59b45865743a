/** Backups of the database, bringing them back, and trying that out. */
@NullMarked
package com.qualitypost.phoenix.local.backup;

import org.jspecify.annotations.NullMarked;
