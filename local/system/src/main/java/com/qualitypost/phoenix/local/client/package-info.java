/** What a client of a running Phoenix needs: to send scans, to look parcels up, and to count what has come of it. */
@NullMarked
package com.qualitypost.phoenix.local.client;

import org.jspecify.annotations.NullMarked;
