@NullMarked
package com.qualitypost.phoenix.bench;

import org.jspecify.annotations.NullMarked;
