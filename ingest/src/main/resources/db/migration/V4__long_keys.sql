-- A record's key is whatever somebody put there: one that did not fit stopped the writer.
ALTER TABLE quarantine MODIFY record_key MEDIUMBLOB NULL;
