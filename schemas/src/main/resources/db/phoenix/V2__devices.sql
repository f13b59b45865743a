-- What is known of each device's own numbering (device_seq). A number counts as seen if its scan was accepted, quarantined or
-- rejected; all others between the smallest and the largest one are gaps.

CREATE TABLE IF NOT EXISTS device (
  device_id    VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL PRIMARY KEY,
  first_seq    BIGINT      NOT NULL,
  last_seq     BIGINT      NOT NULL,
  watched_from BIGINT      NOT NULL COMMENT 'smaller numbers are ignored: too many gaps',
  written_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
);

-- Open gaps only, as ranges with both ends included. Written by whoever holds the lock on the device's row.
CREATE TABLE IF NOT EXISTS device_gap (
  device_id  VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
  from_seq   BIGINT      NOT NULL,
  to_seq     BIGINT      NOT NULL,
  noticed_at DATETIME(3) NOT NULL COMMENT 'the table writer''s clock, when a larger number came',
  PRIMARY KEY (device_id, from_seq),
  KEY by_time (noticed_at)
);

-- The gaps that are reported. A wider one is not a loss: nobody scans that often unnoticed, so the device started counting
-- elsewhere. It stays in device_gap, because numbers from within it cut it into gaps.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW open_gap AS
  SELECT device_id, from_seq, to_seq, noticed_at
    FROM device_gap
   WHERE to_seq - from_seq < 100000;

GRANT SELECT, INSERT, UPDATE         ON device     TO 'writer'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON device_gap TO 'writer'@'%';
GRANT SELECT ON open_gap TO 'writer'@'%';
GRANT SELECT ON open_gap TO 'query'@'%';
