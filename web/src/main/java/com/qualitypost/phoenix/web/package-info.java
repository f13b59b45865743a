/** What the ports of all applications have in common: who may call, and what only operators may see. */
@NullMarked
package com.qualitypost.phoenix.web;

import org.jspecify.annotations.NullMarked;
