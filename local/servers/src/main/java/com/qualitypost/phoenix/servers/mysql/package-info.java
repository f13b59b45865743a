/** A real MySQL writer and reader, installed or fetched. */
@NullMarked
package com.qualitypost.phoenix.servers.mysql;

import org.jspecify.annotations.NullMarked;
