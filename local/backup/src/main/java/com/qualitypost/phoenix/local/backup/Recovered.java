package com.qualitypost.phoenix.local.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A writer's folder that was made from a backup.
 *
 * @param asOf when its last transaction was committed, or its backup was taken
 * @param rolled transactions that came from binlogs
 * @param unsealing what it took to decrypt all
 * @param rolling what it took to start a server and to go forward
 * @param damaged whether binlogs end before the wanted time because the rest is damaged or missing
 */
record Recovered(Path folder, Instant asOf, long rolled, Duration unsealing, Duration rolling, boolean damaged) {}
