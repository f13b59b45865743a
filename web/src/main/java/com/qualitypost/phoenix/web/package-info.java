/** What the ports of all applications have in common: who may ask, and what only operators may ask. */
@NullMarked
package com.qualitypost.phoenix.web;

import org.jspecify.annotations.NullMarked;
