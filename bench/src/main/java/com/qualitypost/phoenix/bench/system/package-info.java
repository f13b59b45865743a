/** The system that is measured, what it uses, and the servers of limits and peers. */
@NullMarked
package com.qualitypost.phoenix.bench.system;

import org.jspecify.annotations.NullMarked;
