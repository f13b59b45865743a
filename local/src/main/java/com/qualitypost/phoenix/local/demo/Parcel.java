package com.qualitypost.phoenix.local.demo;

import java.util.List;

/** A parcel's whole day. */
record Parcel(String number, Story story, List<Happening> life) {}
