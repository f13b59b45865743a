-- What merchants' lists are ordered and searched by. Rows of before get it when they change, or by a rebuild of the tables.
ALTER TABLE shipment
  -- Text, because a JSON column is rendered differently by a snapshot and by the binlog.
  ADD COLUMN ticket_references MEDIUMTEXT NULL COMMENT 'the merchant''s own, as JSON: {name: value}, sorted by name',
  ADD COLUMN first_event_at    DATETIME(3) NULL;
