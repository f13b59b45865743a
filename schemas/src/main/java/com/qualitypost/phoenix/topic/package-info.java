/** The topics: what they are called, how they are kept, and how a deployment brings them and their schemas about. */
@NullMarked
package com.qualitypost.phoenix.topic;

import org.jspecify.annotations.NullMarked;
