/** Files that survive us being killed at any moment, and a disk that runs full. */
@NullMarked
package com.qualitypost.phoenix.servers.file;

import org.jspecify.annotations.NullMarked;
