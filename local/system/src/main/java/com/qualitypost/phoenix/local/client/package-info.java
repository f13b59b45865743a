/** What a client of a running Phoenix needs: to send scans, to look up parcels, and to count the results. */
@NullMarked
package com.qualitypost.phoenix.local.client;

import org.jspecify.annotations.NullMarked;
