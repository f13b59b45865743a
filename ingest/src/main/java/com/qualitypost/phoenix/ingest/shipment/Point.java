package com.qualitypost.phoenix.ingest.shipment;

/** A point on the map, WGS 84, degrees. */
public record Point(double latitude, double longitude) {}
