/** What only the recipient may see of a parcel, and how somebody proves to be it. */
@NullMarked
package com.qualitypost.phoenix.query.recipient;

import org.jspecify.annotations.NullMarked;
