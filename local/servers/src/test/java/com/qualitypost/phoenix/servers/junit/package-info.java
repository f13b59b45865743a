@NullMarked
package com.qualitypost.phoenix.servers.junit;

import org.jspecify.annotations.NullMarked;
