-- What a tracking number alone does not show, who tried to see it, and the links that show it. Asked by the query API, on the
-- writer; the last two are written by it.

-- All that the query API may read of a shipment.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW recipient_view AS
  SELECT tracking_number, destination_city, destination_postcode, destination_country, delivered_to, proof, timeline
    FROM shipment;

-- Tries since the last successful one, including numbers that do not exist.
CREATE TABLE IF NOT EXISTS recipient_try (
  tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source          VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'an IPv4 address or an IPv6 network',
  tries           INT         NOT NULL,
  counted_until   DATETIME(3) NOT NULL COMMENT 'set by the first one; everything is forgotten then',
  PRIMARY KEY (tracking_number, source),
  KEY by_end (counted_until)
);

-- Only the SHA-256 of a link's 256 random bits is kept.
CREATE TABLE IF NOT EXISTS recipient_link (
  link_hash       BINARY(32)  NOT NULL PRIMARY KEY,
  tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  merchant_id     VARCHAR(64) NOT NULL COMMENT 'who made it',
  created_at      DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  expires_at      DATETIME(3) NOT NULL,
  KEY by_end (expires_at)
);

GRANT SELECT ON recipient_view TO 'query'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON recipient_try  TO 'query'@'%';
GRANT SELECT, INSERT, DELETE         ON recipient_link TO 'query'@'%';
