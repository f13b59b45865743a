package com.qualitypost.phoenix.vocabulary;

/**
 * The form of a merchant's id. Its test mode has an id that no merchant can have, so that its test and live parcels
 * have two owners, and nobody can move a parcel from one to the other.
 */
public final class MerchantId {
    /** Short enough that the id of the test mode still fits the columns. */
    public static final String FORM = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,57}[A-Za-z0-9])?";

    /** The form in words, to follow "must be". */
    public static final String FORM_IN_WORDS =
            "1 to 59 of A-Z, a-z, 0-9, dot, hyphen and underscore, and begin and end with a letter or digit";

    private static final int LONGEST = 59;
    private static final String WITHIN = "._-";
    private static final String TEST_MODE = "test/";

    private MerchantId() {}

    public static boolean isWellFormed(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST
                && id.chars().allMatch(character -> isLetterOrDigit(character) || WITHIN.indexOf(character) >= 0)
                && isLetterOrDigit(id.charAt(0))
                && isLetterOrDigit(id.charAt(id.length() - 1));
    }

    private static boolean isLetterOrDigit(int character) {
        return Ascii.isDigit(character) || Ascii.isCapital(character) || character >= 'a' && character <= 'z';
    }

    /** The merchant in the tickets of this merchant's test shipments. */
    public static String inTestMode(String id) {
        return TEST_MODE + id;
    }

    public static boolean isInTestMode(String id) {
        return id.startsWith(TEST_MODE);
    }

    /** Whether a ticket may name it: a test parcel's ticket names a merchant's test mode, any other a merchant. */
    public static boolean mayStandIn(String id, boolean ticketOfTestParcel) {
        return ticketOfTestParcel
                ? isInTestMode(id) && isWellFormed(id.substring(TEST_MODE.length()))
                : isWellFormed(id);
    }
}
