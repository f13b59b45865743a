package com.qualitypost.phoenix.projections.merchant;

/** One of the references by which a merchant finds a parcel. */
record Reference(String trackingNumber, String merchantId, String text) {}
