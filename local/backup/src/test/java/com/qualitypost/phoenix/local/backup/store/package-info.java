@NullMarked
package com.qualitypost.phoenix.local.backup.store;

import org.jspecify.annotations.NullMarked;
