/** A simulated day of a parcel company, with the disorder of real life. */
@NullMarked
package com.qualitypost.phoenix.local.demo;

import org.jspecify.annotations.NullMarked;
