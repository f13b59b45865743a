/** What a service promises: time windows counted in working days. */
@NullMarked
package com.qualitypost.phoenix.ingest.shipment.service;

import org.jspecify.annotations.NullMarked;
