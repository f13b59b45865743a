-- What operators wrote about a parcel, and who looked at it. Written by the query API, on the writer, and deleted by it when it
-- is old. The rest of Phoenix never reads these tables, and they are not captured by CDC: they hold operators' names.

CREATE TABLE IF NOT EXISTS operator_note (
  tracking_number VARCHAR(48)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note_id         CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'follows from what was typed; of a correction its scan id',
  written_at      DATETIME(3)   NOT NULL,
  written_by      VARCHAR(64)   NOT NULL,
  note            VARCHAR(1000) NOT NULL,
  corrects        CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the scan that is taken back; null for a mere note',
  PRIMARY KEY (tracking_number, note_id),
  KEY by_parcel (tracking_number, written_at),
  KEY by_time (written_at)
);

CREATE TABLE IF NOT EXISTS operator_look (
  look_id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  looked_at       DATETIME(3) NOT NULL,
  looked_by       VARCHAR(64) NULL COMMENT 'null if unknown',
  KEY by_parcel (tracking_number, looked_at),
  KEY by_time (looked_at)
);

GRANT SELECT, INSERT, DELETE ON operator_note TO 'query'@'%';
GRANT SELECT, INSERT, DELETE ON operator_look TO 'query'@'%';
