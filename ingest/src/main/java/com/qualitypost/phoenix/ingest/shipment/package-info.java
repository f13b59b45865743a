/** The rules of a shipment, in plain Java: facts in, status and timeline out. No clock, no framework, no I/O. */
@NullMarked
package com.qualitypost.phoenix.ingest.shipment;

import org.jspecify.annotations.NullMarked;
