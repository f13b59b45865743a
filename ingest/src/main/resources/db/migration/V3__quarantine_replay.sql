-- Questions of operators to the quarantine, and what they decided.

ALTER TABLE quarantine
  ADD COLUMN refused_again_at DATETIME(3) NULL COMMENT 'when a replay, or a rebuild, was refused last; reason and detail are of then',
  ADD KEY by_time (refused_at),
  ADD KEY by_reason (reason, refused_at),
  ADD KEY by_device (device_id, refused_at),
  ADD KEY by_number (tracking_number, refused_at);

-- Who had which record judged again; written before it is sent. What came of it follows from the other tables.
CREATE TABLE quarantine_replay (
  source_topic     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_partition INT          NOT NULL,
  source_offset    BIGINT       NOT NULL,
  replay_id        CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'one request',
  replayed_at      DATETIME(3)  NOT NULL,
  replayed_by      VARCHAR(64)  NOT NULL,
  decision         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'judge_again or override',
  tracking_number  VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'with fact_id: the row of tracking_event, once it is accepted',
  fact_id          CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null where no scan can be read',
  PRIMARY KEY (source_topic, source_partition, source_offset, replay_id),
  KEY by_replay (replay_id)
);

GRANT SELECT, INSERT, UPDATE ON quarantine_replay TO 'writer'@'%';
