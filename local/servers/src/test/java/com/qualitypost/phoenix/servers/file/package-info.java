@NullMarked
package com.qualitypost.phoenix.servers.file;

import org.jspecify.annotations.NullMarked;
