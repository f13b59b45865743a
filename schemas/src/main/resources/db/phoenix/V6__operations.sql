-- What operators look at, besides the projections.

-- How many facts came from each depot in each hour of the last days, written in the transaction of the facts themselves: each
-- is counted once.
CREATE TABLE IF NOT EXISTS fact_hour (
  received_hour DATETIME    NOT NULL COMMENT 'UTC, by the gateway''s clock',
  depot         VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL COMMENT 'place.code',
  generation    INT         NOT NULL COMMENT 'of the facts: a rebuild counts all of them again',
  bucket        SMALLINT    NOT NULL COMMENT 'so that no two writers count in one row',
  facts         INT         NOT NULL,
  PRIMARY KEY (received_hour, depot, generation, bucket)
);

-- Every arrival in the last days of a scan that brought nothing new. A mirror of the topic `duplicate-scans`.
CREATE TABLE IF NOT EXISTS duplicate_scan (
  received_at     DATETIME(3) NOT NULL COMMENT 'the gateway''s clock',
  scan_id         CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind            VARCHAR(32) NOT NULL,
  device_id       VARCHAR(64) NULL,
  device_seq      BIGINT      NULL,
  place_code      VARCHAR(64) NULL,
  PRIMARY KEY (received_at, scan_id)
);

-- A parcel's facts as they were judged.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW operator_fact AS
  SELECT tracking_number, scan_id, generation, revision, kind, outcome, flag, status, reason, occurred_at, offset_minutes,
         corrected_at, received_at, recorded_at, time_quality, source, source_code, device_id, device_seq,
         place_code, place_name, place_city, place_country
    FROM tracking_event;

-- What is in the quarantine, without its bytes.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW operator_quarantine AS
  SELECT source_topic, source_partition, source_offset, reason, detail, refused_by, refused_at, tracking_number, scan_id, device_id
    FROM quarantine;

GRANT SELECT, INSERT, UPDATE, DELETE ON fact_hour      TO 'writer'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON duplicate_scan TO 'writer'@'%';
GRANT SELECT ON fact_hour           TO 'query'@'%';
GRANT SELECT ON duplicate_scan      TO 'query'@'%';
GRANT SELECT ON device              TO 'query'@'%';
GRANT SELECT ON device_gap          TO 'query'@'%';
GRANT SELECT ON operator_fact       TO 'query'@'%';
GRANT SELECT ON operator_quarantine TO 'query'@'%';
