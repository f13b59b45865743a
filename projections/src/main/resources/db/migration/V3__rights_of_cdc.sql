-- What Debezium reads, and may lock while it notes where it begins: LOCK TABLES is for servers without a global read lock.
-- Given here, because it has to be there before the first engine starts.
GRANT SELECT ON phoenix.shipment      TO 'cdc'@'%';
GRANT SELECT ON phoenix.cdc_heartbeat TO 'cdc'@'%';
GRANT LOCK TABLES ON phoenix.* TO 'cdc'@'%';
