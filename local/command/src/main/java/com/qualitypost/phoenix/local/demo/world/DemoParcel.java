package com.qualitypost.phoenix.local.demo.world;

import java.util.List;

/** A parcel and its whole day. */
public record DemoParcel(String number, Scenario story, List<Happening> life) {}
