@NullMarked
package com.qualitypost.phoenix.local.chaos;

import org.jspecify.annotations.NullMarked;
