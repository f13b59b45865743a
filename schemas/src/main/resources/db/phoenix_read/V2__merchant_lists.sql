-- Merchants' lists: a row per parcel. Each filter has an index that also gives its order. Operators' lists use the same
-- rows: where each parcel was last seen, and when.
CREATE TABLE IF NOT EXISTS merchant_shipment (
  tracking_number     VARCHAR(48)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  generation          INT          NOT NULL,
  revision            BIGINT       NOT NULL,
  merchant_id         VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'null: in nobody''s list',
  ticket_references   MEDIUMTEXT   NULL COMMENT 'JSON: {name: value}',
  status              VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status_since        DATETIME(3)  NULL,
  reason              VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  action_required     BOOLEAN      NOT NULL,
  service             VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL,
  destination_city    VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL,
  destination_country VARCHAR(2)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  promised_until      DATETIME(3)  NULL,
  stale_after         DATETIME(3)  NULL,
  late_after          DATETIME(3)  NULL COMMENT 'the end of the promise, as long as the parcel is on its way',
  created_at          DATETIME(3)  NULL COMMENT 'of the first fact; no row of a merchant is without it',
  updated_at          DATETIME(3)  NOT NULL COMMENT 'when the writer wrote this state',
  depot               VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL COMMENT 'code of the last place that has one',
  last_at             DATETIME(3)  NULL COMMENT 'of the newest fact',
  KEY by_created     (merchant_id, created_at, tracking_number),
  KEY by_updated     (merchant_id, updated_at, tracking_number),
  KEY by_status      (merchant_id, status, created_at, tracking_number),
  KEY by_reason      (merchant_id, reason, created_at, tracking_number),
  KEY by_action      (merchant_id, action_required, created_at, tracking_number),
  KEY by_service     (merchant_id, service, created_at, tracking_number),
  KEY by_destination (merchant_id, destination_city, created_at, tracking_number),
  KEY by_stale       (merchant_id, stale_after, tracking_number),
  KEY by_late        (merchant_id, late_after, tracking_number),
  KEY of_all_by_promise (status, late_after, stale_after),
  KEY of_all_by_status  (status, status_since, promised_until),
  KEY of_all_by_age     (status, last_at, depot)
);

-- By what merchants find a parcel: all references of its ticket.
CREATE TABLE IF NOT EXISTS merchant_reference (
  tracking_number VARCHAR(48)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference       VARCHAR(256) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
  merchant_id     VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (tracking_number, reference),
  KEY by_reference (merchant_id, reference, tracking_number)
);

GRANT SELECT ON phoenix_read.merchant_shipment  TO 'query'@'%';
GRANT SELECT ON phoenix_read.merchant_reference TO 'query'@'%';
