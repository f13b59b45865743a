@NullMarked
package com.qualitypost.phoenix.local.stack;

import org.jspecify.annotations.NullMarked;
