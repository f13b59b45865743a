-- The tables of the HTTP peers, the same for all of them.
CREATE TABLE IF NOT EXISTS shipment (
    number VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    state  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- When the scan that gave the state happened.
    at     DATETIME(3) NOT NULL
);

CREATE TABLE IF NOT EXISTS scan (
    id     BINARY(16)  NOT NULL PRIMARY KEY,
    number VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at     DATETIME(3) NOT NULL,
    INDEX scan_by_number (number, at)
);
