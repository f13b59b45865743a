package com.qualitypost.phoenix.local.demo;

import java.util.List;

/** A parcel's whole day. */
record DemoParcel(String number, Scenario story, List<Happening> life) {}
