-- Owned by ingest. Runs in the schema `phoenix`. All times are UTC. SQL for MySQL 8.0.19 and later.
-- Every statement of a migration can be run again: a start may be cut off anywhere, and the next one runs the whole file.

-- The latest folded state per parcel, as the rules wrote it. Captured by CDC. Fenced by (generation, revision).
CREATE TABLE IF NOT EXISTS shipment (
  tracking_number      VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  generation           INT          NOT NULL,
  revision             BIGINT       NOT NULL,
  rules_version        INT          NOT NULL,
  status               VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  previous_status      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status_since         DATETIME(3)  NULL,
  reason               VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  action_required      BOOLEAN      NOT NULL,
  needs_review         BOOLEAN      NOT NULL,
  origin               VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  merchant_id          VARCHAR(64)  NULL,
  service              VARCHAR(64)  NULL,
  destination_city     VARCHAR(128) NULL,
  destination_postcode VARCHAR(16)  NULL,
  destination_country  VARCHAR(2)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  promised_from        DATETIME(3)  NULL,
  promised_until       DATETIME(3)  NULL,
  last_event_at        DATETIME(3)  NULL,
  stale_after          DATETIME(3)  NULL,
  delivered_to         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  proof                BOOLEAN      NOT NULL,
  timeline             MEDIUMBLOB   NOT NULL COMMENT 'the facts that count; packed, see the class tables.Timeline',
  written_at           DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  -- What merchants' lists are ordered and searched by. Text, because a JSON column is rendered differently by a snapshot
  -- and by the binlog.
  ticket_references    MEDIUMTEXT   NULL COMMENT 'the merchant''s own, as JSON: {name: value}, sorted by name',
  first_event_at       DATETIME(3)  NULL
);

-- Every accepted fact, once. Not captured.
CREATE TABLE IF NOT EXISTS tracking_event (
  tracking_number VARCHAR(48)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scan_id         CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation      INT          NOT NULL,
  revision        BIGINT       NOT NULL COMMENT 'the shipment''s revision with which this fact came',
  kind            VARCHAR(32)  NOT NULL,
  outcome         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  flag            VARCHAR(64)  NULL,
  status          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the shipment''s after this fact',
  reason          VARCHAR(64)  NULL COMMENT 'the fact''s own',
  occurred_at     DATETIME(3)  NOT NULL COMMENT 'the device''s clock',
  offset_minutes  SMALLINT     NOT NULL,
  corrected_at    DATETIME(3)  NOT NULL,
  received_at     DATETIME(3)  NOT NULL COMMENT 'the gateway''s clock',
  recorded_at     DATETIME(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'the database''s clock',
  time_quality    VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_code     VARCHAR(64)  NULL,
  device_id       VARCHAR(64)  NULL,
  device_seq      BIGINT       NULL,
  place_code      VARCHAR(64)  NULL,
  place_name      VARCHAR(128) NULL,
  place_city      VARCHAR(128) NULL,
  place_country   VARCHAR(2)   NULL,
  PRIMARY KEY (tracking_number, scan_id),
  KEY by_place   (place_code, received_at),
  KEY by_outcome (outcome, received_at)
);

-- How far the table writer has come: compared and set in the transaction that writes the rows.
CREATE TABLE IF NOT EXISTS sink_offset (
  topic       VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  part        INT          NOT NULL,
  next_offset BIGINT       NOT NULL,
  owner       VARCHAR(128) NOT NULL,
  PRIMARY KEY (topic, part)
);

-- What became of a scan: for callers who wait for one. Two views, this one and scan_refused, because one UNION of both tables
-- hides the primary key of tracking_event: MySQL then reads the whole table for every question.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW scan_accepted AS
  SELECT tracking_number, scan_id, generation, revision
    FROM tracking_event;

GRANT SELECT, INSERT, UPDATE ON shipment       TO 'writer'@'%';
GRANT SELECT, INSERT, UPDATE ON tracking_event TO 'writer'@'%';
GRANT SELECT, INSERT, UPDATE ON sink_offset    TO 'writer'@'%';
GRANT SELECT ON shipment      TO 'projector'@'%';
GRANT SELECT ON scan_accepted TO 'query'@'%';
