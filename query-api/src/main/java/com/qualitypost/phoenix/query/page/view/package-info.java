/** What the page of a parcel shows, in the words of its language. */
@NullMarked
package com.qualitypost.phoenix.query.page.view;

import org.jspecify.annotations.NullMarked;
