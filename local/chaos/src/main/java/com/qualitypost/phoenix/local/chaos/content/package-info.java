/** What the tables and topics of a system contain of some parcels. */
@NullMarked
package com.qualitypost.phoenix.local.chaos.content;

import org.jspecify.annotations.NullMarked;
