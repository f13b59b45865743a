-- Who may ask for a merchant's parcels. A key is shown once, when it is created; only the SHA-256 of its 256 random bits is kept.

CREATE TABLE IF NOT EXISTS merchant (
  merchant_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY COMMENT 'as in tickets',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)
);

CREATE TABLE IF NOT EXISTS api_key (
  key_id      CHAR(12)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  merchant_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  mode        VARCHAR(4)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'live or test',
  key_hash    BINARY(32)  NOT NULL,
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  revoked_at  DATETIME(3) NULL,
  UNIQUE KEY by_hash (key_hash),
  FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id)
);

GRANT SELECT, INSERT, UPDATE ON merchant TO 'writer'@'%';
GRANT SELECT, INSERT, UPDATE ON api_key  TO 'writer'@'%';
GRANT SELECT ON api_key TO 'query'@'%';
