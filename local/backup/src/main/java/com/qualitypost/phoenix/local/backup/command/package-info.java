/** The commands that back up, restore and drill. */
@NullMarked
package com.qualitypost.phoenix.local.backup.command;

import org.jspecify.annotations.NullMarked;
