-- Operators' lists are of the same rows as merchants': where each parcel was last seen, and when. Rows of before get it by the
-- sweep, or when they change.
ALTER TABLE merchant_shipment
  ADD COLUMN depot   VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL COMMENT 'code of the last place that has one',
  ADD COLUMN last_at DATETIME(3)  NULL COMMENT 'of the newest fact',
  ADD KEY of_all_by_promise (status, late_after, stale_after),
  ADD KEY of_all_by_status  (status, status_since),
  ADD KEY of_all_by_age     (status, last_at, depot);
