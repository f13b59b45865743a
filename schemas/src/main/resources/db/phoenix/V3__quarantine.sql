-- What was refused, views of it for operators, and what they decided.

-- What could not be judged; a mirror of the topic `scan-quarantine`.
CREATE TABLE IF NOT EXISTS quarantine (
  source_topic     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_partition INT          NOT NULL,
  source_offset    BIGINT       NOT NULL,
  reason           VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail           VARCHAR(1024) NOT NULL,
  refused_by       VARCHAR(64)  NOT NULL,
  refused_at       DATETIME(3)  NOT NULL,
  tracking_number  VARCHAR(64)  NULL,
  scan_id          CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  device_id        VARCHAR(64)  NULL,
  -- Wide enough for anything: a value that did not fit would stop the writer.
  record_key       MEDIUMBLOB   NULL,
  record_value     MEDIUMBLOB   NULL,
  record_headers   MEDIUMBLOB   NULL COMMENT 'JSON: [{"key": text, "value": base64 or null}]',
  refused_again_at DATETIME(3)  NULL COMMENT 'when a replay, or a rebuild, was last refused; reason and detail are from then',
  PRIMARY KEY (source_topic, source_partition, source_offset),
  KEY by_scan   (scan_id),
  KEY by_time   (refused_at),
  KEY by_reason (reason, refused_at),
  KEY by_device (device_id, refused_at),
  KEY by_number (tracking_number, refused_at)
);

-- Who had which record judged again; written before it is sent. What came of it follows from the other tables.
CREATE TABLE IF NOT EXISTS quarantine_replay (
  source_topic     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_partition INT          NOT NULL,
  source_offset    BIGINT       NOT NULL,
  replay_id        CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'one request',
  replayed_at      DATETIME(3)  NOT NULL,
  replayed_by      VARCHAR(64)  NOT NULL,
  decision         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'judge_again or override',
  tracking_number  VARCHAR(48)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'with fact_id: the row of tracking_event, once it is accepted',
  fact_id          CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null if no scan can be read',
  PRIMARY KEY (source_topic, source_partition, source_offset, replay_id),
  KEY by_replay (replay_id)
);

-- Beside scan_accepted, for callers who wait for a scan. What the gateway refuses was never accepted: its sender has the answer, and
-- anybody can send something wrong under the id of another's scan.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW scan_refused AS
  SELECT scan_id, tracking_number, reason
    FROM quarantine
   WHERE scan_id IS NOT NULL AND refused_by <> 'gateway';

GRANT SELECT, INSERT, UPDATE ON quarantine        TO 'writer'@'%';
GRANT SELECT, INSERT, UPDATE ON quarantine_replay TO 'writer'@'%';
GRANT SELECT ON scan_refused TO 'query'@'%';
