@NullMarked
package com.qualitypost.phoenix.local.client;

import org.jspecify.annotations.NullMarked;
