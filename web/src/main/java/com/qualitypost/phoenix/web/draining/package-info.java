/** How a node that is being stopped sends its callers to others. */
@NullMarked
package com.qualitypost.phoenix.web.draining;

import org.jspecify.annotations.NullMarked;
