/** What a deployment does before the applications start: topics and schemas, as the catalogue describes them. */
@NullMarked
package com.qualitypost.phoenix.deploy;

import org.jspecify.annotations.NullMarked;
