@NullMarked
package com.qualitypost.phoenix.servers;

import org.jspecify.annotations.NullMarked;
