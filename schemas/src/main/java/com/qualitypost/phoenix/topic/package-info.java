/** The topics: their names, how they are kept, and how a deployment creates them and their schemas. */
@NullMarked
package com.qualitypost.phoenix.topic;

import org.jspecify.annotations.NullMarked;
