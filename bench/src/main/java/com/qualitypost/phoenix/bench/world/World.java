package com.qualitypost.phoenix.bench.world;

import com.qualitypost.phoenix.local.chaos.ReferenceFold.Sent;
import com.qualitypost.phoenix.local.client.WriterTables.NumberRange;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Parcels and all scans of their lives, in the order in which they are sent: every parcel has its first scan before any
 * has its second. Every twentieth scan repeats an earlier one; of a tenth of the parcels two consecutive scans arrive in
 * the wrong order. Everything follows from the seed and the scan's index, so nothing is remembered.
 */
public final class World {
    private static final Duration STEP = Duration.ofMinutes(20);
    private static final int SWAPPED_OF_100 = 10;
    private static final List<Kind> MIDDLE = List.of(
            Kind.ARRIVED,
            Kind.SORTED,
            Kind.DEPARTED,
            Kind.ARRIVED,
            Kind.HELD,
            Kind.OUT_FOR_DELIVERY,
            Kind.DELIVERY_FAILED);

    private final long seed;
    private final int firstSerial;
    private final int parcels;
    private final int life;
    private final Instant began;
    private final Numbering numbering;
    private final long factor;
    private final long inverse;

    /**
     * Creates parcels that nobody else reports on.
     *
     * @param life how many scans each parcel has
     * @param batch how many scans are sent at once
     * @param now all scans happened before
     */
    public World(long seed, int firstSerial, int parcels, int life, int batch, Instant now) {
        this.seed = seed;
        this.firstSerial = firstSerial;
        this.parcels = parcels;
        this.life = life;
        this.began = now.truncatedTo(ChronoUnit.SECONDS).minus(STEP.multipliedBy(life + 1L));
        this.numbering = new Numbering(batch);
        this.factor = coprime(parcels);
        this.inverse = BigInteger.valueOf(factor)
                .modInverse(BigInteger.valueOf(parcels))
                .longValueExact();
    }

    private static long coprime(int parcels) {
        return LongStream.iterate(Math.round(parcels * 0.618) | 1, at -> at + 2)
                .filter(at ->
                        BigInteger.valueOf(at).gcd(BigInteger.valueOf(parcels)).equals(BigInteger.ONE))
                .findFirst()
                .orElseThrow();
    }

    public int parcels() {
        return parcels;
    }

    /** All that can be sent. */
    public long scans() {
        return (long) parcels * life;
    }

    public String number(int parcel) {
        return TrackingNumber.ours(firstSerial + parcel).value();
    }

    /** The numbers of these parcels, the last one included. */
    NumberRange numbers(int first, int last) {
        return new NumberRange(number(first), number(last));
    }

    Numbering numbering() {
        return numbering;
    }

    String device(long scan) {
        return "BENCH-" + firstSerial + "-" + numbering.device(scan);
    }

    long random(long scan) {
        return SeededRandom.roll(seed, scan, 1);
    }

    int parcel(long scan) {
        long turn = scan / parcels;
        return (int) ((scan % parcels * factor + shift(turn)) % parcels);
    }

    private long shift(long turn) {
        return SeededRandom.roll(seed, turn, 2, parcels);
    }

    /** The scan that is sent of a parcel in this turn. */
    private long scan(int parcel, int turn) {
        long place = Math.floorMod(parcel - shift(turn), parcels) * inverse % parcels;
        return (long) turn * parcels + place;
    }

    /** The step of the parcel's life that this scan reports. */
    int step(long scan) {
        int turn = (int) (scan / parcels);
        int other = turn ^ 1;
        boolean swapped = other < life && SeededRandom.roll(seed, parcel(scan), turn / 2 + 3L, 100) < SWAPPED_OF_100;
        return swapped ? other : turn;
    }

    Kind kind(int step) {
        if (step == 0) {
            return Kind.TICKET_ISSUED;
        }
        if (step == 1) {
            return Kind.PICKED_UP;
        }
        return step == life - 1 ? Kind.DELIVERED : MIDDLE.get((step - 2) % MIDDLE.size());
    }

    /** When it happened, by a clock that is right; of a scan that is not a repetition. */
    public Instant occurredAt(long scan) {
        return began.plus(STEP.multipliedBy(step(scan)))
                .plusMillis(SeededRandom.roll(seed, scan, 4, (int) STEP.toMillis() / 2));
    }

    /** The id of a scan that is not a repetition. */
    public UUID scanId(long scan) {
        long high = occurredAt(scan).toEpochMilli() << 16 | 0x7000 | SeededRandom.roll(seed, scan, 5, 0x1000);
        long low = (SeededRandom.roll(seed, scan, 6) & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The index of the scan whose content is sent at this index. */
    public long content(long scan) {
        return numbering.content(scan);
    }

    /** The parcel's number of the scan at this index. */
    public String numberOf(long scan) {
        return number(parcel(content(scan)));
    }

    /** The kind of the scan at this index. */
    public Kind kindOf(long scan) {
        return kind(step(content(scan)));
    }

    /** The facts of a parcel, once the first so many scans of the world were acknowledged. */
    List<Sent> facts(int parcel, long sent) {
        return IntStream.range(0, life)
                .mapToLong(turn -> scan(parcel, turn))
                .filter(scan -> scan < sent && !numbering.isRepetition(scan))
                .mapToObj(scan ->
                        new Sent(scanId(scan), number(parcel), kind(step(scan)).name(), occurredAt(scan)))
                .toList();
    }
}
