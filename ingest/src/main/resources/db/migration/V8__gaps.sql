-- Which gaps are told of, for all who tell.

-- A wider one is no loss: nobody scans so often unheard, the device began to count elsewhere. It is kept in device_gap, since
-- what comes from within cuts it into gaps.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW open_gap AS
  SELECT device_id, from_seq, to_seq, noticed_at
    FROM device_gap
   WHERE to_seq - from_seq < 100000;

GRANT SELECT ON open_gap TO 'writer'@'%';
GRANT SELECT ON open_gap TO 'query'@'%';

-- The newest are looked at first.
SET @change = IF(EXISTS (SELECT 1 FROM information_schema.statistics
                          WHERE table_schema = DATABASE() AND table_name = 'device_gap' AND index_name = 'by_time'),
                 'DO 0', 'ALTER TABLE device_gap ADD KEY by_time (noticed_at)');
PREPARE change_it FROM @change;
EXECUTE change_it;
DEALLOCATE PREPARE change_it;
