@NullMarked
package com.qualitypost.phoenix.local.replay;

import org.jspecify.annotations.NullMarked;
