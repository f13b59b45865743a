package com.qualitypost.phoenix.local.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A writer's folder that was made from a backup.
 *
 * @param asOf when its last transaction was committed, or its backup was taken
 * @param rolled the number of transactions from binlogs
 * @param unsealing the time to decrypt everything
 * @param rolling the time to start a server and roll forward
 * @param damaged whether binlogs end before the wanted time because the rest is damaged or missing
 */
record Recovered(Path folder, Instant asOf, long rolled, Duration unsealing, Duration rolling, boolean damaged) {}
