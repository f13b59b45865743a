@NullMarked
package com.qualitypost.phoenix.local.demo;

import org.jspecify.annotations.NullMarked;
