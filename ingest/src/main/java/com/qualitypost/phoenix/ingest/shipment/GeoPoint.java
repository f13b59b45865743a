package com.qualitypost.phoenix.ingest.shipment;

/** A point on the map, WGS 84, degrees. */
public record GeoPoint(double latitude, double longitude) {}
