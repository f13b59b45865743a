/** Test parcels: real facts about numbers that no parcel carries. */
@NullMarked
package com.qualitypost.phoenix.ingest.sandbox;

import org.jspecify.annotations.NullMarked;
