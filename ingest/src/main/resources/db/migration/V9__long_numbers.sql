-- Real barcodes have up to 48 characters. The change is of the table's description only: no row is touched.

SET @change = IF((SELECT character_maximum_length FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'shipment' AND column_name = 'tracking_number') >= 48,
                'DO 0', 'ALTER TABLE shipment MODIFY tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, ALGORITHM = INPLACE, LOCK = NONE');
PREPARE change_it FROM @change;
EXECUTE change_it;
DEALLOCATE PREPARE change_it;

SET @change = IF((SELECT character_maximum_length FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'tracking_event' AND column_name = 'tracking_number') >= 48,
                'DO 0', 'ALTER TABLE tracking_event MODIFY tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, ALGORITHM = INPLACE, LOCK = NONE');
PREPARE change_it FROM @change;
EXECUTE change_it;
DEALLOCATE PREPARE change_it;

SET @change = IF((SELECT character_maximum_length FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'quarantine_replay' AND column_name = 'tracking_number') >= 48,
                'DO 0', 'ALTER TABLE quarantine_replay MODIFY tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT ''with fact_id: the row of tracking_event, once it is accepted'', ALGORITHM = INPLACE, LOCK = NONE');
PREPARE change_it FROM @change;
EXECUTE change_it;
DEALLOCATE PREPARE change_it;

SET @change = IF((SELECT character_maximum_length FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'recipient_try' AND column_name = 'tracking_number') >= 48,
                'DO 0', 'ALTER TABLE recipient_try MODIFY tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, ALGORITHM = INPLACE, LOCK = NONE');
PREPARE change_it FROM @change;
EXECUTE change_it;
DEALLOCATE PREPARE change_it;

SET @change = IF((SELECT character_maximum_length FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'recipient_link' AND column_name = 'tracking_number') >= 48,
                'DO 0', 'ALTER TABLE recipient_link MODIFY tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, ALGORITHM = INPLACE, LOCK = NONE');
PREPARE change_it FROM @change;
EXECUTE change_it;
DEALLOCATE PREPARE change_it;

SET @change = IF((SELECT character_maximum_length FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'duplicate_scan' AND column_name = 'tracking_number') >= 48,
                'DO 0', 'ALTER TABLE duplicate_scan MODIFY tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, ALGORITHM = INPLACE, LOCK = NONE');
PREPARE change_it FROM @change;
EXECUTE change_it;
DEALLOCATE PREPARE change_it;
