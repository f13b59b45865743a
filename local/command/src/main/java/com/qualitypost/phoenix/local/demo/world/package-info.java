/** The simulated company: depots, couriers, parcels, and what goes wrong with them. */
@NullMarked
package com.qualitypost.phoenix.local.demo.world;

import org.jspecify.annotations.NullMarked;
