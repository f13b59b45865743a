/** What the page of a parcel shows: words in its language, and a map drawn as SVG. */
@NullMarked
package com.qualitypost.phoenix.query.page.view;

import org.jspecify.annotations.NullMarked;
