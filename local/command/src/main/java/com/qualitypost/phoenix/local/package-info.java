/** All of Phoenix on one machine, behind the command {@code ./phoenix}. */
@NullMarked
package com.qualitypost.phoenix.local;

import org.jspecify.annotations.NullMarked;
