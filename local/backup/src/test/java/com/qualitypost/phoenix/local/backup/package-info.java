@NullMarked
package com.qualitypost.phoenix.local.backup;

import org.jspecify.annotations.NullMarked;
