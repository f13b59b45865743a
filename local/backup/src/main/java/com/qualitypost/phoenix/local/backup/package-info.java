/** Backs up the database, restores it, and rehearses that. */
@NullMarked
package com.qualitypost.phoenix.local.backup;

import org.jspecify.annotations.NullMarked;
