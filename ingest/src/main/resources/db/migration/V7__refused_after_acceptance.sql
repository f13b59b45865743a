-- What became of an accepted scan is told to whoever waits for it. What the gateway refuses was never accepted: its sender has the
-- answer, and anybody can send something wrong under the id of another's scan.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW scan_refused AS
  SELECT scan_id, tracking_number, reason
    FROM quarantine
   WHERE scan_id IS NOT NULL AND refused_by <> 'gateway';
