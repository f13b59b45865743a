/** How the whole is doing, for operators. */
@NullMarked
package com.qualitypost.phoenix.query.operations;

import org.jspecify.annotations.NullMarked;
