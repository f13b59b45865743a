-- What merchants' lists are ordered and searched by. Rows of before get it when they change, or by a rebuild of the tables.
ALTER TABLE shipment
  ADD COLUMN reference      VARCHAR(128) NULL COMMENT 'the merchant''s own: the one called order, else the first by name',
  ADD COLUMN first_event_at DATETIME(3)  NULL;
