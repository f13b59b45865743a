/** Shows operators the state of the whole system. */
@NullMarked
package com.qualitypost.phoenix.query.operations;

import org.jspecify.annotations.NullMarked;
