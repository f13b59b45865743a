@NullMarked
package com.qualitypost.phoenix.local.quarantine;

import org.jspecify.annotations.NullMarked;
