-- Owned by projections. Runs in the schema `phoenix_read`. All times are UTC. SQL for MySQL 8.0.19 and later.

-- The public answer per parcel, ready to send. Fenced by (generation, revision).
CREATE TABLE tracking_view (
  tracking_number VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  generation      INT         NOT NULL,
  revision        BIGINT      NOT NULL,
  status          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stale_after     DATETIME(3) NULL,
  -- The JSON answer in UTF-8. It begins with {"stale":false, so that a reader can turn the flag without parsing.
  body_es         MEDIUMBLOB  NOT NULL,
  body_en         MEDIUMBLOB  NOT NULL,
  -- The first 16 bytes of the body's SHA-256.
  etag_es         BINARY(16)  NOT NULL,
  etag_en         BINARY(16)  NOT NULL,
  change_seq      BIGINT      NOT NULL,
  KEY by_change (change_seq)
);

-- One row: how far the projections have come, who may write them, and which changes are announced.
CREATE TABLE cdc_position (
  id            TINYINT     NOT NULL PRIMARY KEY,
  epoch         BIGINT      NOT NULL COMMENT 'grows with each takeover; only its holder may write',
  owner         VARCHAR(128) NOT NULL,
  lease_until   DATETIME(3) NOT NULL,
  position      TEXT        NULL COMMENT 'Debezium''s offset as JSON; null before the first snapshot',
  change_seq    BIGINT      NOT NULL COMMENT 'number of the newest change',
  announced_seq BIGINT      NOT NULL COMMENT 'all changes up to here stand on tracking-changes',
  as_of         DATETIME(3) NULL COMMENT 'the newest heartbeat seen through CDC: rows are at least this fresh'
);
INSERT INTO cdc_position VALUES (1, 0, '', '1970-01-01 00:00:00', NULL, 0, 0, NULL);

-- One row, written every 500 ms and captured by CDC.
CREATE TABLE phoenix.cdc_heartbeat (
  id      TINYINT     NOT NULL PRIMARY KEY,
  beat_at DATETIME(3) NOT NULL
);
INSERT INTO phoenix.cdc_heartbeat VALUES (1, UTC_TIMESTAMP(3));

-- The projector also fills and swaps tables beside the live ones.
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX ON phoenix_read.* TO 'projector'@'%';
GRANT SELECT, INSERT, UPDATE ON phoenix.cdc_heartbeat TO 'projector'@'%';
GRANT SELECT ON phoenix_read.tracking_view TO 'query'@'%';
GRANT SELECT ON phoenix_read.cdc_position  TO 'query'@'%';
