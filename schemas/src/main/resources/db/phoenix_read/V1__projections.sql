-- Owned by projections. Runs in the schema `phoenix_read`. All times are UTC. SQL for MySQL 8.0.19 and later.
-- Every statement of a migration can be run again: a start may be cut off anywhere, and the next one runs the whole file.

-- The public answer per parcel, ready to send. Fenced by (generation, revision).
CREATE TABLE IF NOT EXISTS tracking_view (
  tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  generation      INT         NOT NULL,
  revision        BIGINT      NOT NULL,
  status          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stale_after     DATETIME(3) NULL,
  answers         MEDIUMBLOB  NOT NULL COMMENT 'in Spanish and English, packed: see the class tables.Answers',
  change_seq      BIGINT      NOT NULL,
  KEY by_change (change_seq)
);

-- Answers that are gone, until that is announced.
CREATE TABLE IF NOT EXISTS tracking_removed (
  change_seq      BIGINT      NOT NULL PRIMARY KEY,
  tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation      INT         NOT NULL,
  revision        BIGINT      NOT NULL
);

-- One row: how far the projections have come, who may write them, and which changes are announced.
CREATE TABLE IF NOT EXISTS cdc_position (
  id            TINYINT     NOT NULL PRIMARY KEY,
  epoch         BIGINT      NOT NULL COMMENT 'grows with each takeover; only its holder may write',
  owner         VARCHAR(128) NOT NULL,
  lease_until   DATETIME(3) NOT NULL,
  position      TEXT        NULL COMMENT 'Debezium''s offset as JSON; null: to be rebuilt from the tables',
  change_seq    BIGINT      NOT NULL COMMENT 'number of the newest change',
  announced_seq BIGINT      NOT NULL COMMENT 'all changes up to here are on tracking-changes',
  as_of         DATETIME(3) NULL COMMENT 'the newest heartbeat seen through CDC: rows are at least this fresh',
  -- A position means something only on the server whose history it is part of: every write compares it.
  server_uuid   VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the server on which the epoch was claimed; null before the first one'
);
INSERT IGNORE INTO cdc_position (id, epoch, owner, lease_until, change_seq, announced_seq)
VALUES (1, 0, '', '1970-01-01 00:00:00', 0, 0);

-- One row, written every 500 ms and captured by CDC.
CREATE TABLE IF NOT EXISTS phoenix.cdc_heartbeat (
  id      TINYINT     NOT NULL PRIMARY KEY,
  beat_at DATETIME(3) NOT NULL
);
INSERT IGNORE INTO phoenix.cdc_heartbeat VALUES (1, UTC_TIMESTAMP(3));

GRANT SELECT, INSERT, UPDATE, DELETE ON phoenix_read.* TO 'projector'@'%';
GRANT SELECT, INSERT, UPDATE ON phoenix.cdc_heartbeat TO 'projector'@'%';
GRANT SELECT ON phoenix_read.tracking_view TO 'query'@'%';
GRANT SELECT ON phoenix_read.cdc_position  TO 'query'@'%';

-- What Debezium reads, and may lock while it notes where it begins: LOCK TABLES is for servers without a global read lock.
-- Given here, because it has to be there before the first engine starts.
GRANT SELECT ON phoenix.shipment      TO 'cdc'@'%';
GRANT SELECT ON phoenix.cdc_heartbeat TO 'cdc'@'%';
GRANT LOCK TABLES ON phoenix.* TO 'cdc'@'%';
