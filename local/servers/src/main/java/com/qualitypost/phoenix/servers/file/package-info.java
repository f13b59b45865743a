/** Files that survive a kill at any moment, and a full disk. */
@NullMarked
package com.qualitypost.phoenix.servers.file;

import org.jspecify.annotations.NullMarked;
