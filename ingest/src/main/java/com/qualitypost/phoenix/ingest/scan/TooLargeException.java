package com.qualitypost.phoenix.ingest.scan;

import java.io.IOException;

/** A request's body exceeds the announced limit. */
class TooLargeException extends IOException {

    TooLargeException(int maxBytes) {
        super("The body has more than %d bytes after decompression. Send fewer scans at once.".formatted(maxBytes));
    }
}
