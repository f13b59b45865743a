/** What only the recipient may see of a parcel, and how people prove that they are the recipient. */
@NullMarked
package com.qualitypost.phoenix.query.recipient;

import org.jspecify.annotations.NullMarked;
