package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.ScanClient;

/**
 * A scan that could be read from a file.
 *
 * @param line where its row begins
 * @param bytes its size when sent
 */
record FileScan(long line, Scan scan, int bytes) {
    FileScan(long line, Scan scan) {
        this(line, scan, ScanClient.bytes(scan));
    }

    FileScan withNumber(String otherNumber) {
        return new FileScan(line, scan.withNumber(otherNumber));
    }
}
