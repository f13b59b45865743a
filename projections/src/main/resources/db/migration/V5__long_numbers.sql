-- Real barcodes have up to 48 characters. The change is of the table's description only: no row is touched.

SET @change = IF((SELECT character_maximum_length FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'tracking_view' AND column_name = 'tracking_number') >= 48,
                'DO 0', 'ALTER TABLE tracking_view MODIFY tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, ALGORITHM = INPLACE, LOCK = NONE');
PREPARE change_it FROM @change;
EXECUTE change_it;
DEALLOCATE PREPARE change_it;

SET @change = IF((SELECT character_maximum_length FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'tracking_removed' AND column_name = 'tracking_number') >= 48,
                'DO 0', 'ALTER TABLE tracking_removed MODIFY tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, ALGORITHM = INPLACE, LOCK = NONE');
PREPARE change_it FROM @change;
EXECUTE change_it;
DEALLOCATE PREPARE change_it;

SET @change = IF((SELECT character_maximum_length FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'merchant_shipment' AND column_name = 'tracking_number') >= 48,
                'DO 0', 'ALTER TABLE merchant_shipment MODIFY tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, ALGORITHM = INPLACE, LOCK = NONE');
PREPARE change_it FROM @change;
EXECUTE change_it;
DEALLOCATE PREPARE change_it;

SET @change = IF((SELECT character_maximum_length FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'merchant_reference' AND column_name = 'tracking_number') >= 48,
                'DO 0', 'ALTER TABLE merchant_reference MODIFY tracking_number VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, ALGORITHM = INPLACE, LOCK = NONE');
PREPARE change_it FROM @change;
EXECUTE change_it;
DEALLOCATE PREPARE change_it;
