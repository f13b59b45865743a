-- A position means something only on the server whose history it is part of: every write compares it.
ALTER TABLE cdc_position
  ADD COLUMN server_uuid VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL
    COMMENT 'the server on which the epoch was claimed; null before the first one',
  MODIFY COLUMN position TEXT NULL COMMENT 'Debezium''s offset as JSON; null: to be made anew from the tables';

-- Answers that are gone, until that is announced. A number below zero is not given yet: a rebuild is running.
CREATE TABLE tracking_removed (
  change_seq      BIGINT      NOT NULL PRIMARY KEY,
  tracking_number VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation      INT         NOT NULL,
  revision        BIGINT      NOT NULL
);
